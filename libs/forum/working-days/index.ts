export {
  HOLIDAY_KINDS,
  HOLIDAY_STATUSES,
  type CalendarSide,
  type Holiday,
  type HolidayKind,
  type HolidayRecord,
  type HolidayStatus,
  type PlainDay,
} from './domain/holiday.types.js';
export { calendarNotesOf, type CalendarNote } from './domain/calendar-notes.js';
export { addDays, daysBetween, isPlainDay, isWeekend, weekday, yearOf } from './domain/plain-day.js';
export {
  allowedCalendarSteps,
  allowedEntrySteps,
  keepsCalendarOf,
  sideKeptBy,
} from './domain/calendar-entry.lifecycle.js';
export { parseCsv, writeCsv, type CsvRecord } from './domain/csv.js';
export { MAX_FILE_BYTES, writeHolidayFile } from './domain/holiday-file.js';
export type { ChangedField, RowPlan } from './domain/plan-import.js';
export { assertRange, MAX_RANGE_DAYS } from './domain/range.js';
export { assertWithinReach, isWithinReach, REACH } from './domain/reach.js';
export { holidaysByRule } from './domain/rules.js';
export { asStored } from './domain/stored-holiday.js';
export { WorkingCalendar, type CalendarDay } from './domain/working-calendar.js';
export { workingDaysErrors } from './domain/working-days.errors.js';
export { workingDaysEntities } from './persistence/working-days.entities.js';
export { AddHoliday, type AddHolidayInput } from './actions/add-holiday.js';
export { ChangeHoliday, type ChangeHolidayInput } from './actions/change-holiday.js';
export { ImportHolidays, type ImportHolidaysInput } from './actions/import-holidays.js';
export { AddAvoidPeriod, ChangeAvoidPeriod, SetAvoidPeriodAside } from './actions/keep-avoid-period.js';
export { RestoreHoliday, WithdrawHoliday } from './actions/withdraw-holiday.js';
export { seedHolidays, SEEDED_YEARS } from './actions/seed-holidays.js';
export { findHoliday, listHolidays } from './queries/list-holidays.js';
export {
  findAvoidPeriod,
  listAvoidPeriods,
  loadAvoidPeriods,
  type AvoidPeriod,
  type AvoidPeriodRecord,
} from './queries/load-avoid-periods.js';
export { previewImport, type ImportPlan } from './queries/preview-import.js';
export { avoidPeriodsChanged, holidaysChanged, type CalendarChange } from './working-days.events.js';
export { WorkingDaysModule } from './working-days.module.js';
export { loadCalendar } from './queries/load-calendar.js';
