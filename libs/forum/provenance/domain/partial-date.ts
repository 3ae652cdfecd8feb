/** How much of a historical date its source tells (domain.md 7: "fact, date precision, source, attribution"). */
export const PRECISIONS = ['year', 'month', 'day'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** A date as a source gives it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, a date in the place where it happened, never an instant. */
export interface PartialDate {
  readonly value: string;
  readonly precision: Precision;
}

const LENGTH: Record<Precision, number> = { year: 4, month: 7, day: 10 };
const PATTERN = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** Number of days of a month of the Gregorian calendar; `month` is 1–12. */
function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** True when the text is a real date of the calendar to the precision it is written with: 2023-02-29 and 2023-13 are not. */
export function isPartialDate(value: string): boolean {
  if (!PATTERN.test(value)) return false;
  const [year = 0, month, day] = value.split('-').map(Number);
  if (year < 1900 || year > 2200) return false;
  if (month === undefined) return true;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= daysInMonth(year, month));
}

/** The precision a text is written with; the text must satisfy {@link isPartialDate}. */
export function writtenPrecision(value: string): Precision {
  if (value.length === LENGTH.year) return 'year';
  return value.length === LENGTH.month ? 'month' : 'day';
}

/** A text with the precision it is written with. */
export function partialDate(value: string): PartialDate {
  return { value, precision: writtenPrecision(value) };
}

/**
 * The date cut to what its source really says. The record may hold a day for a month ("by June 2012" is stored as
 * 2012-06-30 with precision `month`): the day serves sorting and reminders, and is never shown.
 */
export function shownDate(date: PartialDate): PartialDate {
  return { value: date.value.slice(0, LENGTH[date.precision]), precision: date.precision };
}

/** First day a partial date can mean, as `YYYY-MM-DD`; used to sort what happened. */
export function firstDay(value: string): string {
  return `${value}-01-01`.slice(0, LENGTH.day);
}

/** Last day a partial date can mean, as `YYYY-MM-DD`; used to sort what is due and to end a validity. */
export function lastDay(value: string): string {
  const [year = 0, month = 12, day] = value.split('-').map(Number);
  const last = day ?? daysInMonth(year, month);
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(last).padStart(2, '0')}`;
}

/** The day before a full date `YYYY-MM-DD`. */
export function dayBefore(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, LENGTH.day);
}
