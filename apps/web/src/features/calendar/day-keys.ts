import { useEffect, useRef } from 'react';
import { addDays, addMonths, monthOf } from './month-of.js';

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

interface DayKeys {
  list: boolean;
  today: string | null;
  /** Shows a day: its month, and the keyboard on it. */
  go: (date: string) => void;
}

/**
 * The keyboard of the calendar. On a day: the arrows go to the day beside, above and below (in the list to the next that is there), page
 * up and down to the month before and after. Anywhere on the page `t` goes to today. Nothing happens while someone types.
 */
export function useDayKeys({ list, today, go }: DayKeys): (event: React.KeyboardEvent<HTMLElement>) => void {
  const latest = useRef({ today, go });
  useEffect(() => {
    latest.current = { today, go };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 't' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (typing(event.target) || latest.current.today === null) return;
      latest.current.go(latest.current.today);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  return (event) => {
    const on = event.target instanceof HTMLElement ? event.target.dataset['day'] : undefined;
    if (on === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const goal = list ? neighbour(event.currentTarget, on, event.key) : dayFrom(on, event.key);
    if (goal === undefined) return;
    event.preventDefault();
    go(goal);
  };
}

function dayFrom(date: string, key: string): string | undefined {
  const step = STEPS[key];
  if (step !== undefined) return addDays(date, step);
  if (key === 'PageUp' || key === 'PageDown') {
    const month = addMonths(monthOf(date), key === 'PageUp' ? -1 : 1);
    const last = addDays(`${addMonths(month, 1)}-01`, -1);
    return `${month}${date.slice(7)}` > last ? last : `${month}${date.slice(7)}`;
  }
  return undefined;
}

/** The day before or after it among those that the list shows. */
function neighbour(root: HTMLElement, date: string, key: string): string | undefined {
  const step = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[key];
  if (step === undefined) return dayFrom(date, key);
  const days = [...root.querySelectorAll<HTMLElement>('[data-view="list"] [data-day]')].map(
    (element) => element.dataset['day'],
  );
  return days[days.indexOf(date) + step];
}
