import { sessionDeadlineRules, sessionDeadlines } from '#forum/sessions';
import type { WorkingCalendar } from '#forum/working-days';

const rule = 'delegation_list';

/** The day on which both lists are due: T-10, rolled back to a common working day (domain.md 4). */
export function listDueDate(startDate: string, calendar: WorkingCalendar): string {
  const found = sessionDeadlines(startDate, startDate, calendar).find((deadline) => deadline.rule === rule);
  if (!found) throw new TypeError(`delegations.noRule ${String(sessionDeadlineRules.length)}`);
  return found.date;
}

/**
 * Whether a change of a submitted list is told to the other side: only after the day it was due (domain.md 3.4 "each change after
 * T-10 notifies"). On that day and before it the change is seen, not announced.
 */
export function changeIsTold(today: string, dueDate: string): boolean {
  return today > dueDate;
}
