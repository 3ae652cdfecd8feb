export { assertCalendarRange, MAX_CALENDAR_DAYS } from './domain/calendar-range.js';
export type { CalendarEntries, CalendarHold, CalendarPollSlot, CalendarSession } from './domain/calendar.types.js';
export { calendarBetween, calendarParams, calendarStatement } from './queries/calendar-between.js';
