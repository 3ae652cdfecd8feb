import { isPlainDay, type WorkingCalendar } from '#forum/working-days';
import { actionsErrors } from './actions.errors.js';

/** A day that can be due: one of the years people plan by, so that no slip of a digit reaches what reckons with it. */
export const isDueDay = (day: string): boolean => /^(19|20|21)/.test(day) && isPlainDay(day);

/** Due dates are common working days (domain.md 3.9). @throws actions.dueNotWorkingDay with the nearest ones as params */
export function assertDueDay(calendar: WorkingCalendar, due: string): void {
  if (calendar.isWorkingDay(due, 'common')) return;
  const params = { due, ...calendar.nearest(due, 'common') };
  throw actionsErrors.dueNotWorkingDay(params, [{ path: 'due', code: actionsErrors.dueNotWorkingDay.code, params }]);
}

/** @throws actions.dueBeforeSession */
export function assertDueAfterSession(due: string, start: string): void {
  if (due >= start) return;
  const params = { due, start };
  throw actionsErrors.dueBeforeSession(params, [{ path: 'due', code: actionsErrors.dueBeforeSession.code, params }]);
}

/** @throws actions.dueInPast */
export function assertDueAhead(due: string, today: string): void {
  if (due >= today) return;
  const params = { due, today };
  throw actionsErrors.dueInPast(params, [{ path: 'due', code: actionsErrors.dueInPast.code, params }]);
}

/** @throws actions.dueNotLater */
export function assertDueLater(due: string, present: string): void {
  if (due > present) return;
  const params = { due, present };
  throw actionsErrors.dueNotLater(params, [{ path: 'due', code: actionsErrors.dueNotLater.code, params }]);
}
