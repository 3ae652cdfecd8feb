import { SIDES, type Side } from '#core/kernel';
import type { CalendarSide, HolidayStatus, PlainDay } from './holiday.types.js';
import { yearOf } from './plain-day.js';
import type { WorkingCalendar } from './working-calendar.js';

/** A year of one side that the Gazette has not printed whole: every answer that counted with it says so (domain.md 5). */
export interface CalendarNote {
  readonly year: number;
  readonly side: Side;
  readonly status: Exclude<HolidayStatus, 'gazetted'>;
}

/**
 * The years from `from` to `to`, both included, that are not wholly gazetted, by year and then side; none when all are.
 * @param order the sides as the reader's page orders them (domain.md 3.7)
 */
export function calendarNotesOf(
  calendar: WorkingCalendar,
  from: PlainDay,
  to: PlainDay,
  side: CalendarSide = 'common',
  order: readonly Side[] = SIDES,
): CalendarNote[] {
  const notes: CalendarNote[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    for (const one of order) {
      const status = side === 'common' || side === one ? calendar.unsure(year, one) : null;
      if (status) notes.push({ year, side: one, status });
    }
  }
  return notes;
}
