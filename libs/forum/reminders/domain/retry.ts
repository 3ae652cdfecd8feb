/** Seconds a reminder may lie in the queue before the tick hands it over again. */
export const queueLeaseSeconds = 30;

/** Seconds one worker may hold a reminder for sending: longer than the longest try of the mailer, or two could hold it at once. */
export const sendLeaseSeconds = 45;

/** How many may lie in the queue at once: more would only be handed over again when their lease ends. */
const mostInQueue = 2_000;

/** After so many tries somebody has to look; with the waits below that is about a day. */
export const maxAttempts = 30;

/** How often a mail of which nobody knows whether the relay has it may leave before a person decides: a slow relay keeps every one. */
export const maxCopies = 3;

/** From this try on a day's mail leaves without what cannot be read: before, it may be a fault that passes. */
export const triesTogether = 3;

const firstWait = 10;
const longestWait = 3_600;

/**
 * Seconds to wait after the n-th try (1 = the first): ten, doubled up to an hour, a quarter more or less so that what failed together
 * does not come back together.
 * @param chance at least 0, below 1
 */
export function waitSeconds(attempt: number, chance: number): number {
  const wait = Math.min(firstWait * 2 ** Math.max(0, attempt - 1), longestWait);
  return Math.round(wait * (0.75 + chance / 2));
}

/** How many may be handed over so that all leave within their lease. @param perSecond what the mail server takes; null: no limit */
export function queueRoom(perSecond: number | null): number {
  return perSecond === null
    ? mostInQueue
    : Math.min(mostInQueue, Math.max(1, Math.floor(perSecond * queueLeaseSeconds * 0.8)));
}
