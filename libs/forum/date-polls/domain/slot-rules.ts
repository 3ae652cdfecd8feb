import { commonErrors } from '#core/kernel';
import { datePollsErrors } from './date-polls.errors.js';

/** More candidates than this nobody answers. */
export const MAX_SLOTS = 20;
/** A hold keeps other meetings away from both sides' posts: at most a month, and at most five of one poll at a time. */
export const MAX_HOLD_DAYS = 30;
export const MAX_HOLDS = 5;

const DAY = 86_400_000;
const at = (instant: string): number => Date.parse(instant);

/**
 * Checks candidates: in the future, each once, at most `MAX_SLOTS` with those that stand. Instants are ISO 8601.
 * @throws common.duplicate, date-polls.slotInPast, date-polls.tooManySlots
 */
export function assertSlots(starts: readonly string[], now: string, standing = 0): void {
  if (standing + starts.length > MAX_SLOTS) throw datePollsErrors.tooManySlots({ max: MAX_SLOTS });
  const seen = new Set<number>();
  for (const [index, start] of starts.entries()) {
    const path = `slots.${String(index)}`;
    if (at(start) <= at(now)) throw datePollsErrors.slotInPast({}, [{ path, code: datePollsErrors.slotInPast.code }]);
    if (seen.has(at(start))) throw commonErrors.invalid({}, [{ path, code: commonErrors.duplicate.code }]);
    seen.add(at(start));
  }
}

/**
 * A deadline lies ahead, and before the last slot: after it there is nothing left to choose.
 * @throws date-polls.deadlineNotAhead, date-polls.deadlineAfterSlots
 */
export function assertDeadline(deadline: string, starts: readonly string[], now: string): void {
  const fault = (code: string) => [{ path: 'deadline', code }];
  if (at(deadline) <= at(now)) throw datePollsErrors.deadlineNotAhead({}, fault(datePollsErrors.deadlineNotAhead.code));
  if (starts.length > 0 && starts.every((start) => at(start) < at(deadline)))
    throw datePollsErrors.deadlineAfterSlots({}, fault(datePollsErrors.deadlineAfterSlots.code));
}

/** @throws date-polls.deadlineNotLater and what `assertDeadline` throws */
export function assertLaterDeadline(deadline: string, present: string, starts: readonly string[], now: string): void {
  if (at(deadline) <= at(present))
    throw datePollsErrors.deadlineNotLater({}, [{ path: 'deadline', code: datePollsErrors.deadlineNotLater.code }]);
  assertDeadline(deadline, starts, now);
}

/** @throws date-polls.holdNotAhead, date-polls.holdTooLong, date-polls.tooManyHolds, date-polls.slotInPast */
export function assertHold(until: string, slotStart: string, standing: number, now: string): void {
  if (at(slotStart) <= at(now)) throw datePollsErrors.slotInPast();
  if (at(until) <= at(now))
    throw datePollsErrors.holdNotAhead({}, [{ path: 'until', code: datePollsErrors.holdNotAhead.code }]);
  if (at(until) > at(now) + MAX_HOLD_DAYS * DAY)
    throw datePollsErrors.holdTooLong({ days: MAX_HOLD_DAYS }, [
      { path: 'until', code: datePollsErrors.holdTooLong.code, params: { days: MAX_HOLD_DAYS } },
    ]);
  if (standing >= MAX_HOLDS) throw datePollsErrors.tooManyHolds({ max: MAX_HOLDS });
}
