import type { PlainDay, WorkingCalendar } from '#forum/working-days';
import type { ReminderRule } from './rule.types.js';

/**
 * The day a rule names, counted from its anchor and moved to a working day of its calendar: before the anchor back, on and after it
 * forward (domain.md 4).
 */
export function ruleDate(
  rule: Pick<ReminderRule, 'offset' | 'unit' | 'calendar'>,
  anchor: PlainDay,
  calendar: WorkingCalendar,
): PlainDay {
  return rule.unit === 'working_days'
    ? calendar.addWorkingDays(anchor, rule.offset, rule.calendar)
    : calendar.derive(anchor, rule.offset, rule.calendar);
}
