/** Seconds a delivery may lie in the queue before it is handed over again. */
export const queueLeaseSeconds = 30;

/** Seconds one worker may hold a delivery: longer than the longest request, or two could hold it at once. */
export const sendLeaseSeconds = 30;

/** How many deliveries of one webhook are under way at a time: a receiver that is slow must not keep the others waiting. */
export const mostUnderWay = 8;

const waits = [5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800];

/** After so many tries somebody has to look; with the waits above that is about sixteen hours. */
export const maxAttempts = waits.length + 1;

/**
 * Seconds to wait after the n-th try (1 = the first), a fifth more or less, so that what failed together does not come back together.
 * @param chance from 0 up to 1
 * @param asked seconds the receiver asked for (Retry-After); followed up to an hour
 */
export function waitSeconds(attempt: number, chance: number, asked = 0): number {
  const wait = waits[Math.min(attempt, waits.length) - 1] ?? 5;
  return Math.max(Math.round(wait * (0.8 + 0.4 * chance)), Math.min(asked, 3600));
}
