import { wallClock } from '#core/i18n';
import type { RuleBook } from '#forum/reminder-rules';
import { sessionDueDate } from '#forum/sessions';
import type { WorkingCalendar } from '#forum/working-days';
import { isShared, type PaperFileRow, type PaperRow, type PaperSession } from './papers.types.js';

/** The row of the session's deadlines that papers are held to: T-14, since they have to be translated by then (domain.md 4). */
export const paperRule = 'translations';

/** The day on which papers are due: T-14 in the standard, rolled back to a common working day. Derived, so a moved session moves it (design.md decision 8). */
export function paperDueDate(
  session: Pick<PaperSession, 'startDate'>,
  calendar: WorkingCalendar,
  rules: RuleBook,
): string {
  return sessionDueDate(paperRule, session.startDate, calendar, rules);
}

/** True when what was shared at `at` came after the day it was due, counted at the venue; what is not shared yet is late once that day is over. */
function isLate(at: string | null, session: Pick<PaperSession, 'zone' | 'today'>, dueDate: string): boolean {
  return (at === null ? session.today : wallClock(at, session.zone).date) > dueDate;
}

/** The late mark of a paper; one that was taken back before anybody else saw it has none. */
export function isPaperLate(paper: PaperRow, dueDate: string): boolean {
  if (paper.session === null || (paper.state === 'withdrawn' && !isShared(paper))) return false;
  return isLate(paper.sharedAt, paper.session, dueDate);
}

/** The late mark of a language version: from the moment both sides had it. */
export function isFileLate(paper: PaperRow, file: PaperFileRow, dueDate: string): boolean {
  return paper.session !== null && isLate(file.sharedAt, paper.session, dueDate);
}
