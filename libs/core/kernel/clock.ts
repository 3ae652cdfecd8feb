/**
 * The time that decides. On the server it is the database's clock plus the offset a test sets, never a process's (design.md 2.9),
 * therefore asynchronous. Instants are ISO 8601 in UTC.
 */
export interface Clock {
  now(): Promise<string>;
}

/** A clock that stands still until it is moved; for tests of pure code. */
export function fixedClock(instant: string): Clock & { set(instant: string): void } {
  let current = instant;
  return {
    now: () => Promise.resolve(current),
    set: (next) => {
      current = next;
    },
  };
}
