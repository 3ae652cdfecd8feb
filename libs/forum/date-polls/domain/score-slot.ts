import { SIDES, type Side } from '#core/kernel';
import { addDays, isWeekend, yearOf, type PlainDay } from '#forum/working-days';
import { LUNCH_COUNTS_BELOW, OFFICE_HOURS } from './office-hours.js';
import type { BlockCode, ConcernCode, Reason, ScoredSlot, SlotAsk, SlotFacts } from './suggestion.types.js';
import { concernCosts } from './suggestion.types.js';

/** domain.md 4: a date is proposed 90 days ahead. */
export const NOTICE_DAYS = 90;

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

/** One day at the venue, with its clock and how far the clocks on the two sides' desks are from it. */
export interface VenueDay {
  readonly date: PlainDay;
  /** Milliseconds at which the venue's clock shows 00:00. */
  readonly midnight: number;
  /** Minutes to add to the venue's clock to read a desk's; 0 where people sit in the same room. */
  readonly deskShift: Readonly<Record<Side, number>>;
}

const block = (code: BlockCode, side: Side | null = null): Reason => ({ code, side, cost: 100 });
const concern = (code: ConcernCode, side: Side | null = null): Reason => ({ code, side, cost: concernCosts[code] });

/**
 * One candidate, judged by both calendars, both offices' hours and what is known to be taken. Pure.
 * @param minute of the venue's day at which it begins
 * @param reasonsOf what speaks against a day, `dayReasons` remembered
 */
export function scoreSlot(
  ask: SlotAsk,
  facts: SlotFacts,
  day: VenueDay,
  minute: number,
  reasonsOf: (date: PlainDay) => readonly Reason[],
): ScoredSlot {
  const from = day.midnight + minute * MINUTE;
  const to = from + ask.minutes * MINUTE;
  const ahead = from - Date.parse(facts.now);
  // At a desk far from the venue it may be another day: that one has to be a working day.
  const dates = new Set(SIDES.map((side) => dateAt(day, minute + day.deskShift[side])));
  const reasons = [
    ...(ahead <= 0 ? [block('past')] : []),
    ...[...dates].flatMap(reasonsOf),
    ...SIDES.flatMap((side) => hourReasons(side, minute + day.deskShift[side], ask.minutes)),
    ...takenReasons(facts, from, to),
    ...(ahead < NOTICE_DAYS * DAY_MINUTES * MINUTE ? [concern('shortNotice')] : []),
  ];
  const possible = !reasons.some(({ cost }) => cost >= 100);
  const left = 100 - reasons.reduce((sum, { cost }) => sum + cost, 0);
  return {
    startsAt: iso(from),
    endsAt: iso(to),
    score: possible ? Math.max(1, left) : 0,
    possible,
    reasons,
  };
}

/** Weekend, holidays of either side, soft periods, travel days and unsure years of one day. */
export function dayReasons(ask: SlotAsk, { calendar, avoid }: SlotFacts, date: PlainDay): Reason[] {
  if (isWeekend(date)) return [block('weekend')];
  const holidays = SIDES.filter((side) => !calendar.isWorkingDay(date, side)).map((side) => block('holiday', side));
  if (holidays.length > 0) return holidays;
  const soft = avoid.filter((period) => period.from <= date && date <= period.to);
  return [
    ...unique(soft.map(({ side }) => side)).map((side) => concern('avoidPeriod', side)),
    ...travellers(ask).flatMap((side) => [
      ...(calendar.isWorkingDay(addDays(date, -1), side) ? [] : [concern('travelDayBefore', side)]),
      ...(calendar.isWorkingDay(addDays(date, 1), side) ? [] : [concern('travelDayAfter', side)]),
    ]),
    ...SIDES.filter((side) => calendar.unsure(yearOf(date), side) === 'predicted').map((side) =>
      concern('yearUnsure', side),
    ),
  ];
}

/** Whose people need a working day before and after: the guest, both in a third country, nobody online. */
function travellers({ format, guest }: SlotAsk): readonly Side[] {
  if (format === 'online') return [];
  return guest === null ? SIDES : [guest];
}

/** Whether one side's office is open throughout, by the clock its people go by. */
function hourReasons(side: Side, at: number, minutes: number): Reason[] {
  const hours = OFFICE_HOURS[side];
  const begins = ((at % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  const ends = begins + minutes;
  if (begins < hours.opens || ends > hours.closes) return [block('outsideHours', side)];
  const overLunch = minutes < LUNCH_COUNTS_BELOW && begins < hours.lunchTo && ends > hours.lunchFrom;
  return overLunch ? [concern('lunch', side)] : [];
}

function takenReasons({ taken, said }: SlotFacts, from: number, to: number): Reason[] {
  const meets = (one: { readonly from: number; readonly to: number }) => one.from < to && one.to > from;
  const kinds = unique(taken.filter(meets).map(({ kind }) => kind));
  const words = unique(said.filter(meets).map(({ kind }) => kind));
  return [
    ...kinds.map((kind) => block(kind === 'session' ? 'otherSession' : 'held')),
    ...words.map((kind) => (kind === 'ownHeadBusy' || kind === 'otherSideNot' ? block(kind) : concern(kind))),
  ];
}

function dateAt({ date }: VenueDay, minute: number): PlainDay {
  const days = Math.floor(minute / DAY_MINUTES);
  return days === 0 ? date : addDays(date, days);
}

const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
