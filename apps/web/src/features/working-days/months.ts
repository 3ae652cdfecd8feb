/** Days and months as plain text, `YYYY-MM-DD` and `YYYY-MM`: a year's table has no time zone (domain.md 5). */

export const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, index) => `${String(year)}-${String(index + 1).padStart(2, '0')}`);

const addDays = (day: string, count: number): string => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
};

/** The weeks that a month touches, whole, from Sunday on, as wall calendars of both countries print them. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const weeks: string[][] = [];
  let sunday = addDays(first, -new Date(`${first}T12:00:00Z`).getUTCDay());
  while (sunday.slice(0, 7) <= month) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(sunday, index)));
    sunday = addDays(sunday, 7);
  }
  return weeks;
}
