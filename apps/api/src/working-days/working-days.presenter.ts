import { sideOrder, type Actor } from '#core/kernel';
import {
  addDays,
  calendarNotesOf,
  isWeekend,
  type CalendarDay,
  type CalendarSide,
  type WorkingCalendar,
} from '#forum/working-days';
import type { Reading } from '../http/decorators.js';
import { presentText } from '../http/text.view.js';
import type { CalendarDayView, DeriveView, OffsetView, WorkingDaysView } from './working-days.dto.js';

/** The days of a range, both ends included, as one side or both see them. */
export function presentWorkingDays(
  calendar: WorkingCalendar,
  range: { readonly from: string; readonly to: string; readonly side: CalendarSide },
  actor: Actor,
  reading: Reading,
): WorkingDaysView {
  const days = calendar.days(range.from, range.to, range.side).map((day) => presentDay(day, reading));
  return {
    days,
    count: days.filter(({ working }) => working).length,
    calendarNotes: calendarNotesOf(calendar, range.from, range.to, range.side, sideOrder(actor.side ?? 'neutral')),
  };
}

/** The n-th working day from a day, and why it is not simply n weekdays away. */
export function presentOffset(
  calendar: WorkingCalendar,
  asked: { readonly date: string; readonly n: number; readonly side: CalendarSide },
  actor: Actor,
  reading: Reading,
): OffsetView {
  const { date: from, n, side } = asked;
  const date = calendar.addWorkingDays(from, n, side);
  return { date, from, n, side, ...wayBetween(calendar, from, date, side, actor, reading) };
}

/** The day that a rule of domain.md 4 gives, and how far it was moved. */
export function presentDerived(
  calendar: WorkingCalendar,
  asked: { readonly anchor: string; readonly offset: number; readonly side: CalendarSide },
  actor: Actor,
  reading: Reading,
): DeriveView {
  const { anchor, offset, side } = asked;
  const calendarDate = addDays(anchor, offset);
  const date = calendar.derive(anchor, offset, side);
  const rolled = date === calendarDate ? 'none' : date < calendarDate ? 'back' : 'forward';
  return {
    date,
    anchor,
    offset,
    side,
    calendarDate,
    rolled,
    ...wayBetween(calendar, calendarDate, date, side, actor, reading),
  };
}

function wayBetween(
  calendar: WorkingCalendar,
  one: string,
  other: string,
  side: CalendarSide,
  actor: Actor,
  reading: Reading,
): Pick<OffsetView, 'passed' | 'calendarNotes'> {
  const [from, to] = one < other ? [one, other] : [other, one];
  const passed = calendar
    .days(from, to, side)
    .filter(({ date, working }) => !working && !isWeekend(date))
    .map((day) => presentDay(day, reading));
  return { passed, calendarNotes: calendarNotesOf(calendar, from, to, side, sideOrder(actor.side ?? 'neutral')) };
}

function presentDay({ date, working, holidays }: CalendarDay, reading: Reading): CalendarDayView {
  return {
    date,
    working,
    holidays: holidays.map(({ side, name, status }) => ({
      side,
      name: presentText(name, reading),
      status,
    })),
  };
}
