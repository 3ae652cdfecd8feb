/**
 * The holidays of both countries around 2027, written down by hand from domain.md 5 and its sources: the test reckons with these, never with
 * the product's tables. Plain days `YYYY-MM-DD`.
 */
export type Country = 'kr' | 'jp';

const korea = [
  ...['2026-10-03', '2026-10-05', '2026-10-09', '2026-12-25'],
  '2027-01-01',
  // Seollal falls on a Sunday: the Tuesday after the block stands in.
  ...['2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09'],
  '2027-03-01',
  ...['2027-05-01', '2027-05-03', '2027-05-05', '2027-05-13'],
  '2027-06-06',
  ...['2027-07-17', '2027-07-19'],
  ...['2027-08-15', '2027-08-16'],
  ...['2027-09-14', '2027-09-15', '2027-09-16'],
  ...['2027-10-03', '2027-10-04', '2027-10-09', '2027-10-11'],
  ...['2027-12-25', '2027-12-27'],
  ...['2028-01-01', '2028-01-26', '2028-01-27', '2028-01-28'],
];

const japan = [
  ...['2026-10-12', '2026-11-03', '2026-11-23'],
  ...['2026-12-29', '2026-12-30', '2026-12-31'],
  ...['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-11'],
  ...['2027-02-11', '2027-02-23'],
  ...['2027-03-21', '2027-03-22'],
  ...['2027-04-29', '2027-05-03', '2027-05-04', '2027-05-05'],
  ...['2027-07-19', '2027-08-11'],
  ...['2027-09-20', '2027-09-23'],
  ...['2027-10-11', '2027-11-03', '2027-11-23'],
  ...['2027-12-29', '2027-12-30', '2027-12-31'],
  ...['2028-01-01', '2028-01-02', '2028-01-03', '2028-01-10'],
];

const dayMs = 86_400_000;
const ms = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const plus = (day: string, days: number): string => new Date(ms(day) + days * dayMs).toISOString().slice(0, 10);

/** Working days of both countries, with the days that were entered by hand during the year. */
export class Calendars {
  private readonly free: Readonly<Record<Country, Set<string>>>;

  constructor(temporary: Readonly<Partial<Record<Country, readonly string[]>>> = {}) {
    this.free = {
      kr: new Set([...korea, ...(temporary.kr ?? [])]),
      jp: new Set([...japan, ...(temporary.jp ?? [])]),
    };
  }

  works(day: string, countries: readonly Country[]): boolean {
    const weekday = new Date(ms(day)).getUTCDay();
    return weekday !== 0 && weekday !== 6 && countries.every((country) => !this.free[country].has(day));
  }

  /** So many days from a day; earlier to a working day when before it, later otherwise (domain.md 4). */
  from(day: string, days: number, countries: readonly Country[]): string {
    let found = plus(day, days);
    while (!this.works(found, countries)) found = plus(found, days < 0 ? -1 : 1);
    return found;
  }

  /** The working days of both countries in a year. */
  common(year: number): string[] {
    const days: string[] = [];
    for (let day = `${String(year)}-01-01`; day.startsWith(String(year)); day = plus(day, 1))
      if (this.works(day, ['kr', 'jp'])) days.push(day);
    return days;
  }
}
