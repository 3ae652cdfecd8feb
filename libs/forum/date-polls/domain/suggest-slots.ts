import { wallClock } from '#core/i18n';
import { SIDES, type Side } from '#core/kernel';
import { addDays, type Holiday, type PlainDay } from '#forum/working-days';
import { GRID_MINUTES, HOME_OFFSET, HOME_ZONES, OFFICE_HOURS } from './office-hours.js';
import { dayReasons, scoreSlot, type VenueDay } from './score-slot.js';
import type { Reason, ScoredSlot, SlotAsk, SlotFacts } from './suggestion.types.js';

/** One day of the range as a month strip draws it. */
export interface SuggestionDay {
  readonly date: PlainDay;
  /** Which sides work that day. */
  readonly working: Readonly<Record<Side, boolean>>;
  readonly holidays: readonly Holiday[];
  /** The best candidate of the day; null when none can be held. */
  readonly best: ScoredSlot | null;
  /** What speaks against the best candidate, or why there is none. */
  readonly reasons: readonly Reason[];
}

export interface Suggestions {
  /** In order of time. */
  readonly slots: readonly ScoredSlot[];
  readonly days: readonly SuggestionDay[];
}

/** A slot from this score on is good: at most one small thing speaks against it. */
export const GOOD_SCORE = 75;

/**
 * The next slots that both sides can hold: the best one of each day, the next good days first; only when there are too few of them,
 * the better of the rest. "Why not" is answered for every day of the range. Pure.
 */
export function suggestSlots(ask: SlotAsk, facts: SlotFacts, count: number): Suggestions {
  const known = new Map<PlainDay, readonly Reason[]>();
  const reasonsOf = (date: PlainDay): readonly Reason[] => {
    const reasons = known.get(date) ?? dayReasons(ask, facts, date);
    known.set(date, reasons);
    return reasons;
  };
  const days: SuggestionDay[] = [];
  for (let date = ask.from; date <= ask.to; date = addDays(date, 1)) days.push(judgeDay(ask, facts, date, reasonsOf));
  const possible = days.flatMap(({ best }) => best ?? []);
  const good = possible.filter(({ score }) => score >= GOOD_SCORE).slice(0, count);
  const rest = possible
    .filter(({ score }) => score < GOOD_SCORE)
    .sort((a, b) => b.score - a.score || a.startsAt.localeCompare(b.startsAt))
    .slice(0, count - good.length);
  return { slots: [...good, ...rest].sort((a, b) => a.startsAt.localeCompare(b.startsAt)), days };
}

function judgeDay(
  ask: SlotAsk,
  facts: SlotFacts,
  date: PlainDay,
  reasonsOf: (date: PlainDay) => readonly Reason[],
): SuggestionDay {
  const day = venueDay(ask, date);
  let best: ScoredSlot | null = null;
  for (const minute of startMinutes(ask)) {
    const slot = scoreSlot(ask, facts, day, minute, reasonsOf);
    // Of candidates that cannot be held, the one with the fewest obstacles says best why.
    const better =
      best === null || slot.score > best.score || (!best.possible && slot.reasons.length < best.reasons.length);
    if (better) best = slot;
  }
  const closed = reasonsOf(date).filter(({ cost }) => cost >= 100);
  return {
    date,
    working: { kr: facts.calendar.isWorkingDay(date, 'kr'), jp: facts.calendar.isWorkingDay(date, 'jp') },
    holidays: facts.calendar.holidaysOn(date, 'common'),
    best: best?.possible ? best : null,
    reasons: best?.possible || closed.length === 0 ? (best?.reasons ?? []) : closed,
  };
}

/** The clocks of a day, read at noon UTC: clocks are changed at night, before any office opens. */
function venueDay({ zone, format }: SlotAsk, date: PlainDay): VenueDay {
  const noon = `${date}T12:00:00Z`;
  const venue = offsetMinutes(noon, zone);
  const shift = (side: Side) => (format === 'in_person' ? 0 : offsetMinutes(noon, HOME_ZONES[side]) - venue);
  const midnight = Date.parse(`${date}T00:00:00Z`) - venue * 60_000;
  return { date, midnight, deskShift: { kr: shift('kr'), jp: shift('jp') } };
}

function offsetMinutes(instant: string, zone: string): number {
  // Neither capital changes its clocks (domain.md 5); reading a zone anew for every day would take most of the time.
  if (zone === HOME_ZONES.kr || zone === HOME_ZONES.jp) return HOME_OFFSET;
  const [, sign = '+', hours = '0', minutes = '0'] =
    /^([+-])(\d{2}):(\d{2})/.exec(wallClock(instant, zone).offset) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

/**
 * Starts on the grid. Where people meet, within the hours of both; at their desks the venue's clock may be far away, so the whole day is
 * tried and the offices' hours decide. Those nearest to 10:00 or 14:00 come first, so they win among equals.
 */
function startMinutes({ format, minutes }: SlotAsk): number[] {
  const inRoom = format === 'in_person';
  const opens = inRoom ? Math.max(...SIDES.map((side) => OFFICE_HOURS[side].opens)) : 0;
  const last = inRoom ? Math.min(...SIDES.map((side) => OFFICE_HOURS[side].closes)) - minutes : 24 * 60 - GRID_MINUTES;
  const starts: number[] = [];
  for (let at = opens; at <= last; at += GRID_MINUTES) starts.push(at);
  const fromUsual = (at: number) => Math.min(Math.abs(at - 600), Math.abs(at - 840) + 1);
  return starts.sort((a, b) => fromUsual(a) - fromUsual(b));
}
