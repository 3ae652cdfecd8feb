import { daysBetween, workingDaysErrors, type PlainDay } from '#forum/working-days';

/** Longest stretch shown at once: a quarter with the ends of its weeks. */
export const MAX_CALENDAR_DAYS = 100;

/** @throws working-days.rangeInverted, working-days.rangeTooLong */
export function assertCalendarRange(from: PlainDay, to: PlainDay): void {
  if (to < from) throw workingDaysErrors.rangeInverted({ from, to });
  const days = daysBetween(from, to) + 1;
  if (days > MAX_CALENDAR_DAYS) throw workingDaysErrors.rangeTooLong({ days, max: MAX_CALENDAR_DAYS });
}
