/** Seconds a reminder may lie in the queue before the tick hands it over again. */
export const queueLeaseSeconds = 60;

/** Seconds one worker may hold a reminder for sending: longer than the longest try of the mailer, or two could hold it at once. */
export const sendLeaseSeconds = 150;

/** After so many tries somebody has to look; with the waits below that is about a day. */
export const maxAttempts = 30;

/** Seconds to wait after the n-th try (1 = the first): half a minute, doubled up to an hour. */
export function waitSeconds(attempt: number): number {
  return Math.min(30 * 2 ** Math.max(0, attempt - 1), 3600);
}
