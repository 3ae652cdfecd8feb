export {
  HOLIDAY_KINDS,
  HOLIDAY_STATUSES,
  type CalendarSide,
  type Holiday,
  type HolidayKind,
  type HolidayStatus,
  type PlainDay,
} from './domain/holiday.types.js';
export { calendarNotesOf, type CalendarNote } from './domain/calendar-notes.js';
export { addDays, daysBetween, isPlainDay, isWeekend, weekday, yearOf } from './domain/plain-day.js';
export { assertRange, MAX_RANGE_DAYS } from './domain/range.js';
export { holidaysByRule } from './domain/rules.js';
export { asStored } from './domain/stored-holiday.js';
export { WorkingCalendar, type CalendarDay } from './domain/working-calendar.js';
export { workingDaysErrors } from './domain/working-days.errors.js';
export { workingDaysEntities } from './persistence/working-days.entities.js';
export { seedHolidays, SEEDED_YEARS } from './actions/seed-holidays.js';
export { loadAvoidPeriods, type AvoidPeriod } from './queries/load-avoid-periods.js';
export { loadCalendar } from './queries/load-calendar.js';
