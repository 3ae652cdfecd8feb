import { useEffect, useState } from 'react';
import css from './toast.module.css';

interface Message {
  id: number;
  text: string;
}
type Listener = (message: Message) => void;
const listeners = new Set<Listener>();
let last = 0;

/** Says what has succeeded; what failed is said where it failed. */
export function toast(text: string): void {
  last += 1;
  for (const tell of listeners) tell({ id: last, text });
}

const SHOWN_MS = 6000;

/** The messages of the last seconds, read out by screen readers. */
export function Toasts() {
  const [messages, setMessages] = useState<Message[]>([]);
  useEffect(() => {
    const timers = new Set<number>();
    const listen: Listener = (message) => {
      setMessages((now) => [...now.slice(-2), message]);
      timers.add(window.setTimeout(() => setMessages((now) => now.filter(({ id }) => id !== message.id)), SHOWN_MS));
    };
    listeners.add(listen);
    return () => {
      listeners.delete(listen);
      for (const timer of timers) window.clearTimeout(timer);
    };
  }, []);
  return (
    <div role="status" className={`${css.stack} fd-no-print`}>
      {messages.map(({ id, text }) => (
        <p key={id} className={css.toast}>
          {text}
        </p>
      ))}
    </div>
  );
}
