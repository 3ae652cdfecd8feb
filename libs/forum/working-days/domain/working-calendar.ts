import type { CalendarSide, Holiday, HolidayStatus, PlainDay } from './holiday.types.js';
import type { Side } from '#core/kernel';
import { addDays, isWeekend, yearOf } from './plain-day.js';

/** One day of a range as seen by one side or by both. */
export interface CalendarDay {
  readonly date: PlainDay;
  readonly working: boolean;
  readonly holidays: readonly Holiday[];
}

const SIDES: readonly Side[] = ['kr', 'jp'];
const SURENESS: readonly HolidayStatus[] = ['gazetted', 'computed', 'predicted'];

/**
 * Working days of both countries, built from stored holidays, so days entered or withdrawn by people count.
 * Dates are plain days `YYYY-MM-DD` at the capital; `common` means both sides work. Immutable.
 * A year without any stored day knows weekends only and is reported by `unsure` as predicted.
 */
export class WorkingCalendar {
  private readonly byDay: Readonly<Record<Side, ReadonlyMap<PlainDay, readonly Holiday[]>>>;
  private readonly worst: Readonly<Record<Side, ReadonlyMap<number, HolidayStatus>>>;

  private constructor(holidays: readonly Holiday[]) {
    const of = (side: Side) => holidays.filter((holiday) => holiday.side === side);
    this.byDay = { kr: groupByDay(of('kr')), jp: groupByDay(of('jp')) };
    this.worst = { kr: worstByYear(of('kr')), jp: worstByYear(of('jp')) };
  }

  static of(holidays: readonly Holiday[]): WorkingCalendar {
    return new WorkingCalendar(holidays);
  }

  isWorkingDay(date: PlainDay, side: CalendarSide): boolean {
    return !isWeekend(date) && sidesOf(side).every((one) => !this.byDay[one].has(date));
  }

  /** Holidays of the day, Korean before Japanese for `common`. */
  holidaysOn(date: PlainDay, side: CalendarSide): readonly Holiday[] {
    return sidesOf(side).flatMap((one) => this.byDay[one].get(date) ?? []);
  }

  /** The date itself or the last working day before it: how a before-deadline moves (domain.md 4). */
  rollBack(date: PlainDay, side: CalendarSide): PlainDay {
    return this.roll(date, side, -1);
  }

  /** The date itself or the first working day after it: how an after-deadline moves (domain.md 4). */
  rollForward(date: PlainDay, side: CalendarSide): PlainDay {
    return this.roll(date, side, 1);
  }

  /**
   * The rule date `offsetDays` calendar days from an anchor: negative offsets roll back, zero and positive ones forward.
   * Serves session deadlines (T-30, T+14) and reminder days (D-7, D+1) alike.
   */
  derive(anchor: PlainDay, offsetDays: number, side: CalendarSide): PlainDay {
    const raw = addDays(anchor, offsetDays);
    return offsetDays < 0 ? this.rollBack(raw, side) : this.rollForward(raw, side);
  }

  /** The n-th working day after the date (before it when n is negative); the date itself is never counted. n = 0 gives the date back. */
  addWorkingDays(date: PlainDay, n: number, side: CalendarSide): PlainDay {
    const step = Math.sign(n);
    let day = date;
    for (let left = Math.abs(n); left > 0; left -= 1) day = this.roll(addDays(day, step), side, step);
    return day;
  }

  /** Every day of the range, both ends included. */
  days(from: PlainDay, to: PlainDay, side: CalendarSide): CalendarDay[] {
    const days: CalendarDay[] = [];
    for (let date = from; date <= to; date = addDays(date, 1)) {
      days.push({ date, working: this.isWorkingDay(date, side), holidays: this.holidaysOn(date, side) });
    }
    return days;
  }

  /** Number of working days in the range, both ends included. */
  countWorkingDays(from: PlainDay, to: PlainDay, side: CalendarSide): number {
    return this.days(from, to, side).filter(({ working }) => working).length;
  }

  /** The nearest working days on either side of a date that is none. */
  nearest(date: PlainDay, side: CalendarSide): { before: PlainDay; after: PlainDay } {
    return { before: this.rollBack(date, side), after: this.rollForward(date, side) };
  }

  /** The least sure status of the year when it is not wholly gazetted, else null. For `common` the less sure side counts. */
  unsure(year: number, side: CalendarSide): Exclude<HolidayStatus, 'gazetted'> | null {
    const worst = sidesOf(side)
      .map((one) => this.worst[one].get(year) ?? 'predicted')
      .reduce((a, b) => (SURENESS.indexOf(a) >= SURENESS.indexOf(b) ? a : b));
    return worst === 'gazetted' ? null : worst;
  }

  private roll(date: PlainDay, side: CalendarSide, step: number): PlainDay {
    let day = date;
    while (!this.isWorkingDay(day, side)) day = addDays(day, step);
    return day;
  }
}

function sidesOf(side: CalendarSide): readonly Side[] {
  return side === 'common' ? SIDES : [side];
}

function groupByDay(holidays: readonly Holiday[]): ReadonlyMap<PlainDay, readonly Holiday[]> {
  const days = new Map<PlainDay, Holiday[]>();
  for (const holiday of holidays) days.set(holiday.date, [...(days.get(holiday.date) ?? []), holiday]);
  return days;
}

function worstByYear(holidays: readonly Holiday[]): ReadonlyMap<number, HolidayStatus> {
  const years = new Map<number, HolidayStatus>();
  for (const { date, status } of holidays) {
    const known = years.get(yearOf(date));
    if (known === undefined || SURENESS.indexOf(status) > SURENESS.indexOf(known)) years.set(yearOf(date), status);
  }
  return years;
}
