import { useEffect, useState } from 'react';

type Listener = (message: string) => void;
const listeners = new Set<Listener>();

/** Says a change to screen readers that the eye sees by itself. */
export function announce(message: string): void {
  for (const tell of listeners) tell(message);
}

export function Announcer() {
  const [message, setMessage] = useState('');
  useEffect(() => {
    listeners.add(setMessage);
    return () => void listeners.delete(setMessage);
  }, []);
  return (
    <div aria-live="polite" className="fd-hidden">
      {message}
    </div>
  );
}
