import { addDays, type WorkingCalendar } from '#forum/working-days';

/** Who has to keep a deadline (domain.md 4, column "Owner"). */
export type DeadlineOwner = 'host_secretariat' | 'both_secretariats' | 'drafting_side';

export interface DeadlineRule {
  readonly rule: string;
  /** Calendar days from the first day of the session, before rolling. */
  readonly offsetDays: number;
  readonly owner: DeadlineOwner;
}

/** domain.md 4, the rows anchored at T. */
export const sessionDeadlineRules: readonly DeadlineRule[] = [
  { rule: 'date_proposal', offsetDays: -90, owner: 'host_secretariat' },
  { rule: 'agenda_proposal', offsetDays: -30, owner: 'both_secretariats' },
  { rule: 'agenda_agreed', offsetDays: -21, owner: 'both_secretariats' },
  { rule: 'translations', offsetDays: -14, owner: 'drafting_side' },
  { rule: 'delegation_list', offsetDays: -10, owner: 'both_secretariats' },
  { rule: 'interpretation', offsetDays: -10, owner: 'host_secretariat' },
  { rule: 'texts_without_brackets', offsetDays: -3, owner: 'both_secretariats' },
  { rule: 'press_text_cleared', offsetDays: -1, owner: 'both_secretariats' },
  { rule: 'draft_minutes', offsetDays: 7, owner: 'host_secretariat' },
  { rule: 'actions_registered', offsetDays: 7, owner: 'both_secretariats' },
  { rule: 'minutes_agreed', offsetDays: 14, owner: 'both_secretariats' },
];

export interface Deadline extends DeadlineRule {
  /** Plain day before rolling. */
  readonly raw: string;
  /** Common working day: before-deadlines roll back, after-deadlines forward. */
  readonly date: string;
  readonly passed: boolean;
}

/**
 * The deadlines of a session, derived and never typed (design.md decision 8).
 * @param startDate first day at the venue, YYYY-MM-DD
 * @param today today at the venue, for `passed`
 */
export function sessionDeadlines(startDate: string, today: string, calendar: WorkingCalendar): Deadline[] {
  return sessionDeadlineRules.map((rule) => {
    const date = calendar.derive(startDate, rule.offsetDays, 'common');
    return { ...rule, raw: addDays(startDate, rule.offsetDays), date, passed: date < today };
  });
}
