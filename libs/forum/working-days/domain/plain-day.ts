import { Temporal } from 'temporal-polyfill';
import type { PlainDay } from './holiday.types.js';

/** ISO weekday numbers used by the rules. */
export const MONDAY = 1;
export const WEDNESDAY = 3;
export const SATURDAY = 6;
export const SUNDAY = 7;

/** `YYYY-MM-DD` of a year, month (1–12) and day. */
export function plainDay(year: number, month: number, day: number): PlainDay {
  return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
}

const DAY_MS = 86_400_000;

/** Midnight UTC of an existing day as a number, only to count with: a year of days is walked in every answer, so this must be quick. */
function countable(date: PlainDay): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: PlainDay, days: number): PlainDay {
  return new Date(countable(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDay, to: PlainDay): number {
  return Math.round((countable(to) - countable(from)) / DAY_MS);
}

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export function weekday(date: PlainDay): number {
  return new Date(countable(date)).getUTCDay() || SUNDAY;
}

export function isWeekend(date: PlainDay): boolean {
  return weekday(date) >= SATURDAY;
}

export function yearOf(date: PlainDay): number {
  return Number(date.slice(0, 4));
}

/** The n-th (1–5) given weekday of a month: the second Monday of January is `nthWeekday(year, 1, MONDAY, 2)`. */
export function nthWeekday(year: number, month: number, isoWeekday: number, n: number): PlainDay {
  const first = plainDay(year, month, 1);
  const shift = (isoWeekday - weekday(first) + 7) % 7;
  return addDays(first, shift + (n - 1) * 7);
}

/** The given weekday on the date itself or the next one after it. */
export function weekdayFrom(date: PlainDay, isoWeekday: number): PlainDay {
  return addDays(date, (isoWeekday - weekday(date) + 7) % 7);
}

/** True for an existing day written `YYYY-MM-DD`; `2027-02-30` and `2027-2-3` are not. */
export function isPlainDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}
