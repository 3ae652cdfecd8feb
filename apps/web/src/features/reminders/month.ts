/** Days and months as plain text, `YYYY-MM-DD` and `YYYY-MM`: a calendar has no time zone (domain.md 5). */

export const isMonth = (text: string): boolean => /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/u.test(text);

const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`);

export function addMonths(month: string, count: number): string {
  const date = atNoon(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 7);
}

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (day: string): number => atNoon(day).getUTCDay();

export function lastDayOf(month: string): string {
  const date = atNoon(`${addMonths(month, 1)}-01`);
  date.setUTCDate(0);
  return date.toISOString().slice(0, 10);
}
