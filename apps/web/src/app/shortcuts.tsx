import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { DESTINATIONS, REMINDERS } from './navigation.js';

const ShortcutHelp = lazy(async () => ({ default: (await import('./shortcut-help.js')).ShortcutHelp }));

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** `g` and a letter goes, `?` explains. Nothing happens while someone types or composes, or with a modifier held. */
export function Shortcuts() {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const armed = useRef(false);
  useEffect(() => {
    let timer = 0;
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (event.key === '?') return setOpen(true);
      if (armed.current) {
        armed.current = false;
        const goal = [...DESTINATIONS, REMINDERS].find(({ letter }) => letter === event.key.toLowerCase());
        if (goal) void navigate(goal.to);
      } else if (event.key === 'g') {
        armed.current = true;
        window.clearTimeout(timer);
        timer = window.setTimeout(() => (armed.current = false), 1500);
      }
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
      window.clearTimeout(timer);
    };
  }, [navigate]);
  return open ? (
    <Suspense>
      <ShortcutHelp onClose={() => setOpen(false)} />
    </Suspense>
  ) : null;
}
