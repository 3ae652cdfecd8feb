/** A month that begins within the scale. */
export interface MonthMark {
  /** `YYYY-MM-01` */
  readonly day: string;
  /** Percent from the left. */
  readonly at: number;
}

export interface Scale {
  readonly from: string;
  readonly to: string;
  readonly months: readonly MonthMark[];
  /** Percent from the left, kept within the scale. */
  readonly at: (day: string) => number;
}

const number = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const plain = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);

/** More months than this are too many to tell apart: what lies further away stands at the edge. */
const MONTHS_MAX = 18;

/** The months that hold these days and today, from the first of one to the end of another; no shorter than three. */
export function scaleOf(days: readonly string[], today: string): Scale {
  const all = [...days, today].sort();
  const earliest = plain(number(today) - 180);
  const first = all[0] ?? today;
  const from = `${(first < earliest ? earliest : first).slice(0, 7)}-01`;
  const months: string[] = [from];
  const last = all.at(-1) ?? today;
  while (months.length < MONTHS_MAX && (months.length < 3 || (months.at(-1) ?? '').slice(0, 7) < last.slice(0, 7)))
    months.push(nextMonth(months.at(-1) ?? from));
  const to = nextMonth(months.at(-1) ?? from);
  const span = number(to) - number(from);
  const at = (day: string): number => Math.min(100, Math.max(0, ((number(day) - number(from)) / span) * 100));
  return { from, to, months: months.map((day) => ({ day, at: at(day) })), at };
}

function nextMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month === 12 ? `${String(year + 1)}-01-01` : `${String(year)}-${String(month + 1).padStart(2, '0')}-01`;
}
