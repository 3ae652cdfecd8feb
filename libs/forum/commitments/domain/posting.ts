import { ruleDate, type RuleBook } from '#forum/reminder-rules';
import type { WorkingCalendar } from '#forum/working-days';

/**
 * The last day for posting a Korean arrangement between agencies (domain.md 3.8, 4: S+10): a time limit after an event rolls forward to a
 * working day of the side that posts.
 * @param rules those of the channel it was concluded in
 */
export function postingDue(concludedOn: string, calendar: WorkingCalendar, rules: RuleBook): string {
  return ruleDate(rules.get('arrangement_posted'), concludedOn, calendar);
}
