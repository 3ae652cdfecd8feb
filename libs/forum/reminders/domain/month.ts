import type { PlainDay } from '#forum/working-days';

/** What rests is told once a month, to the secretariat it belongs to (domain.md 4, job rules). */
export const monthRule = 'monthly-waiting';

/** The month comes by itself; what rests is read when the mail leaves. */
export const monthCause = 'month';

/** From this day of a month on, the next one is planned too. */
const planNextFrom = 15;

/** The months to be planned on a day, by their first days. */
export function monthsAhead(today: PlainDay): PlainDay[] {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const first = (months: number): PlainDay =>
    new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  return day < planNextFrom ? [first(0)] : [first(0), first(1)];
}
