import { useCallback, useMemo, useRef, useState } from 'react';

const PREFIX = 'forum-desk.draft.';
type Values = Record<string, string>;

/** What was typed into a form and not sent, if anything. */
export function readDraft(key: string): Values | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(PREFIX + key) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return null;
  }
}

/** Keeps values that stand in no form. */
export function keepDraft(key: string, values: Values): void {
  window.localStorage.setItem(PREFIX + key, JSON.stringify(values));
}

export function dropDraft(key: string): void {
  window.localStorage.removeItem(PREFIX + key);
}

export interface Draft {
  /** What was typed before and not sent, if anything. */
  kept: Values | null;
  /** Wall clock time of the last save of this page, `HH:MM`. */
  savedAt: string | null;
  save: (form: HTMLFormElement) => void;
  drop: () => void;
}

/** What is typed stays in this browser until it is sent or thrown away: an error, a reload or an ended sign-in loses nothing. */
export function useDraft(key: string): Draft {
  const kept = useMemo(() => readDraft(key), [key]);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const save = useCallback(
    (form: HTMLFormElement) => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        const values = Object.fromEntries(
          [...new FormData(form).entries()].filter((entry) => typeof entry[1] === 'string'),
        );
        window.localStorage.setItem(PREFIX + key, JSON.stringify(values));
        setSavedAt(new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format());
      }, 300);
    },
    [key],
  );
  const drop = useCallback(() => {
    window.clearTimeout(timer.current);
    dropDraft(key);
    setSavedAt(null);
  }, [key]);
  return { kept, savedAt, save, drop };
}
