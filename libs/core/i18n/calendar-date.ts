import { commonErrors } from '#core/kernel';

/** A civil date. Its text form is `YYYY-MM-DD`; it has no zone and never passes through one. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekday: number;
}

/** A date as exactly as the source knows it. */
export interface PartialDate {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly value: string;
  readonly precision: 'year' | 'month' | 'day';
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** Reads `YYYY-MM-DD`; throws common.notADate for anything else and for days that do not exist. */
export function parseDate(iso: string): CalendarDate {
  const [, year = '', month = '', day = ''] = ISO.exec(iso) ?? [];
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso) throw commonErrors.notADate();
  return { year: Number(year), month: Number(month), day: Number(day), weekday: at.getUTCDay() };
}

/** True for a `YYYY-MM-DD` that exists in the calendar. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !ISO.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === value;
}
