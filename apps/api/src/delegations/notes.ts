import { sideOrder, type Actor } from '#core/kernel';
import type { SessionOfListRow } from '#forum/delegations';
import { calendarNotesOf, type CalendarNote, type WorkingCalendar } from '#forum/working-days';

/** The years that were counted before the Gazette printed them, by year, each in the reader's order of the sides. */
export function notesInOrder(
  calendar: WorkingCalendar,
  session: SessionOfListRow,
  from: string,
  actor: Actor,
): CalendarNote[] {
  const order = sideOrder(actor.side ?? 'neutral', session.hostSide ?? undefined);
  return calendarNotesOf(calendar, from, session.startDate, 'common', order);
}
