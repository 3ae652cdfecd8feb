import { useSyncExternalStore } from 'react';

export interface Offline {
  /** When what is shown was given, ISO 8601 UTC. */
  readonly at: string;
  /** Page of the web app that can be read. */
  readonly page: string;
}

let offline: Offline | null = null;
const listeners = new Set<() => void>();

/** Says that what is shown was kept from before; null once answers are fresh. */
export function setOffline(next: Offline | null): void {
  if (next?.at === offline?.at) return;
  offline = next;
  for (const tell of listeners) tell();
}

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Null while answers are fresh. */
export const useOffline = (): Offline | null => useSyncExternalStore(listen, () => offline);
