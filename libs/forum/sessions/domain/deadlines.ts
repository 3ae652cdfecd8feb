import { ruleDate, type RuleBook, type RuleOwner } from '#forum/reminder-rules';
import { addDays, type WorkingCalendar } from '#forum/working-days';

export interface Deadline {
  /** Code of its rule. */
  readonly rule: string;
  /** Calendar days from the first day of the session, before rolling. */
  readonly offsetDays: number;
  /** Who has to keep it (domain.md 4, column "Owner"). */
  readonly owner: RuleOwner;
  /** Plain day before rolling. */
  readonly raw: string;
  /** Common working day: before-deadlines roll back, after-deadlines forward. */
  readonly date: string;
  readonly passed: boolean;
}

/**
 * The deadlines of a session, derived and never typed (design.md decision 8), earliest first. A rule that reminds nobody keeps its date.
 * @param startDate first day at the venue, YYYY-MM-DD
 * @param today today at the venue, for `passed`
 * @param rules those of the session's channel
 */
export function sessionDeadlines(
  startDate: string,
  today: string,
  calendar: WorkingCalendar,
  rules: RuleBook,
): Deadline[] {
  return rules.of('session_start').map((rule) => {
    const date = ruleDate(rule, startDate, calendar);
    const raw = addDays(startDate, rule.offset);
    return { rule: rule.code, offsetDays: rule.offset, owner: rule.owner, raw, date, passed: date < today };
  });
}

/**
 * The day of one deadline of a session, `YYYY-MM-DD`.
 * @throws TypeError for a code that is no rule
 */
export function sessionDueDate(
  code: 'translations' | 'delegation_list' | 'interpretation',
  startDate: string,
  calendar: WorkingCalendar,
  rules: RuleBook,
): string {
  return ruleDate(rules.get(code), startDate, calendar);
}
