import type { WorkingCalendar } from '#forum/working-days';

/**
 * The last day on which the other side may answer a report: that many days on which both work, the day of the report not counted
 * (domain.md 3.9). When it is over, silence confirms. Null where the channel has no such rule.
 */
export function answerDay(calendar: WorkingCalendar, claimedOn: string, silenceDays: number | null): string | null {
  return silenceDays === null ? null : calendar.addWorkingDays(claimedOn, silenceDays, 'common');
}
