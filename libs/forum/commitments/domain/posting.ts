import { addDays, type WorkingCalendar } from '#forum/working-days';
import { CHECKING_SIDE } from './instrument.lifecycle.js';

/** Days after conclusion within which a Korean arrangement between agencies is posted (domain.md 3.8, 4: S+10). */
const POSTING_DAYS = 10;

/** The last day for posting: a time limit after an event rolls forward to a working day of the side that posts. */
export function postingDue(concludedOn: string, calendar: WorkingCalendar): string {
  return calendar.rollForward(addDays(concludedOn, POSTING_DAYS), CHECKING_SIDE);
}
