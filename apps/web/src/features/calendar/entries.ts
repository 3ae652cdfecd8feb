import type { components } from '../../shared/api/schema.js';
import { addDays } from './month-of.js';

export type Calendar = components['schemas']['CalendarView'];
export type CalendarDate = components['schemas']['CalendarDateView'];
export type Holiday = components['schemas']['CalendarHolidayView'];
export type Session = components['schemas']['CalendarSessionView'];
export type Hold = components['schemas']['CalendarHoldView'];
export type PollSlot = components['schemas']['CalendarPollSlotView'];
export type AvoidPeriod = components['schemas']['CalendarAvoidPeriodView'];

/** What stands on one day. */
export interface DayEntries {
  working: CalendarDate['working'];
  holidays: Holiday[];
  avoid: AvoidPeriod[];
  sessions: Session[];
  holds: Hold[];
  pollSlots: PollSlot[];
}

/** The answer by day; a session or soft period of several days stands on each of them. */
export function byDay(calendar: Calendar): Map<string, DayEntries> {
  const days = new Map<string, DayEntries>(
    calendar.days.map(({ date, working, holidays }) => [
      date,
      { working, holidays, avoid: [], sessions: [], holds: [], pollSlots: [] },
    ]),
  );
  const each = (from: string, to: string, put: (day: DayEntries) => void): void => {
    for (let date = from; date <= to; date = addDays(date, 1)) {
      const day = days.get(date);
      if (day) put(day);
    }
  };
  for (const period of calendar.avoidPeriods) each(period.from, period.to, (day) => day.avoid.push(period));
  for (const session of calendar.sessions)
    if (session.precision === 'day') each(session.from, session.to, (day) => day.sessions.push(session));
  for (const hold of calendar.holds) each(hold.day, hold.day, (day) => day.holds.push(hold));
  for (const slot of calendar.pollSlots) each(slot.day, slot.day, (day) => day.pollSlots.push(slot));
  return days;
}

export const isBusy = (day: DayEntries): boolean =>
  day.holidays.length + day.sessions.length + day.holds.length + day.pollSlots.length > 0;

/** Sessions of which only the month is known. */
export const withoutDay = (calendar: Calendar, month: string): Session[] =>
  calendar.sessions.filter((session) => session.precision === 'month' && session.from.startsWith(month));
