import type { Side } from '#core/kernel';
import { instantOf, wallClock } from '#core/i18n';
import { addDays, type PlainDay, type WorkingCalendar } from '#forum/working-days';

/** Where a side's people are; domain.md 5: two zones are kept although both are UTC+9. */
export const zones: Readonly<Record<Side, string>> = { kr: 'Asia/Seoul', jp: 'Asia/Tokyo' };

/** Mail goes out from 09:30 to 17:00 of the recipient's working day (domain.md 4, job rules). */
const opens = '09:30';
const closes = '17:00';

export interface PlannedDay {
  readonly offsetDays: number;
  readonly date: PlainDay;
  /** 09:30 at the recipient's side, ISO 8601 in UTC. */
  readonly dueAt: string;
}

/**
 * The days on which a rule reminds one side: before the date moved earlier, on and after it moved later, to that side's
 * own working days, earliest first. Where two fall on one day, the later offset speaks for both, so a reader's days are planned in one call.
 */
export function planDays(
  rule: { readonly code?: string; readonly offsets: readonly number[] },
  ruleDate: PlainDay,
  side: Side,
  calendar: WorkingCalendar,
): PlannedDay[] {
  const offsets = [...new Set(rule.offsets)].sort((one, other) => one - other);
  const days = offsets.map((offsetDays) => ({ offsetDays, date: calendar.derive(ruleDate, offsetDays, side) }));
  return days
    .filter(({ date }, index) => !days.some((later, other) => other > index && later.date === date))
    .map((day) => ({ ...day, dueAt: instantOf(day.date, opens, zones[side]) }));
}

/** True while it is an hour at a side at which mail may go out on working days; `instant` is ISO 8601. */
export function areOfficeHours(instant: string, side: Side): boolean {
  const { time } = wallClock(instant, zones[side]);
  return time >= opens && time < closes;
}

/**
 * The end of the last working hours of a side before today's, ISO 8601 in UTC: what was due by then should have left, what came later has
 * its first chance now. `instant` is in today.
 */
export function lastHoursEnded(instant: string, side: Side, calendar: WorkingCalendar): string {
  const today = wallClock(instant, zones[side]).date;
  return instantOf(calendar.rollBack(addDays(today, -1), side), closes, zones[side]);
}

/** True while mail may go out to a side at this instant (ISO 8601). */
export function isOfficeHour(instant: string, side: Side, calendar: WorkingCalendar): boolean {
  return areOfficeHours(instant, side) && calendar.isWorkingDay(wallClock(instant, zones[side]).date, side);
}
