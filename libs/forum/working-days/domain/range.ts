import type { PlainDay } from './holiday.types.js';
import { daysBetween } from './plain-day.js';
import { workingDaysErrors } from './working-days.errors.js';

/** Longest range shown at once: two leap years. */
export const MAX_RANGE_DAYS = 732;

/** @throws working-days.rangeInverted, working-days.rangeTooLong */
export function assertRange(from: PlainDay, to: PlainDay): void {
  if (to < from) throw workingDaysErrors.rangeInverted({ from, to });
  const days = daysBetween(from, to) + 1;
  if (days > MAX_RANGE_DAYS) throw workingDaysErrors.rangeTooLong({ days, max: MAX_RANGE_DAYS });
}

/** A soft period longer than a quarter is no period to avoid but a season. */
export const MAX_AVOID_DAYS = 92;

/** @throws working-days.rangeInverted, working-days.periodTooLong */
export function assertAvoidPeriod(from: PlainDay, to: PlainDay): void {
  if (to < from) throw workingDaysErrors.rangeInverted({ from, to });
  const days = daysBetween(from, to) + 1;
  if (days > MAX_AVOID_DAYS) throw workingDaysErrors.periodTooLong({ days, max: MAX_AVOID_DAYS });
}
