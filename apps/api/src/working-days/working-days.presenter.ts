import { calendarNotesOf, type CalendarSide, type WorkingCalendar } from '#forum/working-days';
import type { Reading } from '../http/decorators.js';
import { presentText } from '../http/text.view.js';
import type { WorkingDaysView } from './working-days.dto.js';

/** The days of a range, both ends included, as one side or both see them. */
export function presentWorkingDays(
  calendar: WorkingCalendar,
  range: { readonly from: string; readonly to: string; readonly side: CalendarSide },
  reading: Reading,
): WorkingDaysView {
  const days = calendar.days(range.from, range.to, range.side).map(({ date, working, holidays }) => ({
    date,
    working,
    holidays: holidays.map(({ side, name, status }) => ({ side, name: presentText(name, reading), status })),
  }));
  return {
    days,
    count: days.filter(({ working }) => working).length,
    calendarNotes: calendarNotesOf(calendar, range.from, range.to, range.side),
  };
}
