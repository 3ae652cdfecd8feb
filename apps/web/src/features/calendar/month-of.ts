/** Days and months as plain text, `YYYY-MM-DD` and `YYYY-MM`: a calendar page has no time zone (domain.md 5). */

export const isMonth = (text: string): boolean => /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/u.test(text);
export const monthOf = (day: string): string => day.slice(0, 7);

const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`);

export function addDays(day: string, count: number): string {
  const date = atNoon(day);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

export function addMonths(month: string, count: number): string {
  const date = atNoon(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return monthOf(date.toISOString());
}

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (day: string): number => atNoon(day).getUTCDay();

/** The weeks that a month touches, whole, from Sunday on, as wall calendars of both countries print them. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const weeks: string[][] = [];
  for (let sunday = addDays(first, -weekdayOf(first)); monthOf(sunday) <= month; sunday = addDays(sunday, 7))
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(sunday, index)));
  return weeks;
}
