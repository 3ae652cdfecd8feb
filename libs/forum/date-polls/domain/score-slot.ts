import { instantOf, wallClock } from '#core/i18n';
import { SIDES, type Side } from '#core/kernel';
import { addDays, isWeekend, yearOf, type PlainDay } from '#forum/working-days';
import { HOME_ZONES, LUNCH_COUNTS_BELOW, OFFICE_HOURS } from './office-hours.js';
import {
  concernCosts,
  type ConcernCode,
  type Reason,
  type ScoredSlot,
  type SlotAsk,
  type SlotFacts,
} from './suggestion.types.js';
import type { BlockCode } from './suggestion.types.js';

/** domain.md 4: a date is proposed 90 days ahead. */
export const NOTICE_DAYS = 90;

const MINUTE = 60_000;
const DAY = 86_400_000;

const block = (code: BlockCode, side: Side | null = null): Reason => ({ code, side, cost: 100 });
const concern = (code: ConcernCode, side: Side | null = null): Reason => ({ code, side, cost: concernCosts[code] });

/** One candidate, day and time at the venue, judged by both calendars, both offices' hours and what is known to be taken. Pure. */
export function scoreSlot(ask: SlotAsk, facts: SlotFacts, day: PlainDay, time: string): ScoredSlot {
  const startsAt = instantOf(day, time, ask.zone);
  const from = Date.parse(startsAt);
  const to = from + ask.minutes * MINUTE;
  const reasons = [
    ...(from <= Date.parse(facts.now) ? [block('past')] : []),
    ...dayReasons(ask, facts, day),
    ...hourReasons(ask, from, to),
    ...takenReasons(facts, from, to),
    ...(from - Date.parse(facts.now) < NOTICE_DAYS * DAY ? [concern('shortNotice')] : []),
  ];
  const score = Math.max(0, 100 - reasons.reduce((sum, { cost }) => sum + cost, 0));
  const possible = !reasons.some(({ cost }) => cost >= 100);
  return {
    startsAt,
    endsAt: new Date(to).toISOString().replace('.000Z', 'Z'),
    score: possible ? Math.max(1, score) : 0,
    possible,
    reasons,
  };
}

/** Weekend, holidays of either side, soft periods, travel days and unsure years of one day. */
export function dayReasons(ask: SlotAsk, { calendar, avoid }: SlotFacts, day: PlainDay): Reason[] {
  if (isWeekend(day)) return [block('weekend')];
  const holidays = SIDES.filter((side) => !calendar.isWorkingDay(day, side)).map((side) => block('holiday', side));
  if (holidays.length > 0) return holidays;
  const soft = avoid.filter((period) => period.from <= day && day <= period.to);
  return [
    ...unique(soft.map(({ side }) => side)).map((side) => concern('avoidPeriod', side)),
    ...travellers(ask).flatMap((side) => [
      ...(calendar.isWorkingDay(addDays(day, -1), side) ? [] : [concern('travelDayBefore', side)]),
      ...(calendar.isWorkingDay(addDays(day, 1), side) ? [] : [concern('travelDayAfter', side)]),
    ]),
    ...SIDES.filter((side) => calendar.unsure(yearOf(day), side) === 'predicted').map((side) =>
      concern('yearUnsure', side),
    ),
  ];
}

/** Whose people need a working day before and after: the guest, both in a third country, nobody online. */
function travellers({ format, guest }: SlotAsk): readonly Side[] {
  if (format === 'online') return [];
  return guest === null ? SIDES : [guest];
}

/** People in one room keep the venue's clock; people at their desks each keep their own. */
function hourReasons({ format, zone, minutes }: SlotAsk, from: number, to: number): Reason[] {
  const reasons: Reason[] = [];
  for (const side of SIDES) {
    const at = format === 'in_person' ? zone : HOME_ZONES[side];
    const hours = OFFICE_HOURS[side];
    const begins = minuteOfDay(from, at);
    const ends = begins + (to - from) / MINUTE;
    if (begins < hours.opens || ends > hours.closes) reasons.push(block('outsideHours', side));
    else if (minutes < LUNCH_COUNTS_BELOW && begins < hours.lunchTo && ends > hours.lunchFrom)
      reasons.push(concern('lunch', side));
  }
  return reasons;
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

function minuteOfDay(at: number, zone: string): number {
  const [hour = 0, minute = 0] = wallClock(new Date(at).toISOString(), zone).time.split(':').map(Number);
  return hour * 60 + minute;
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
