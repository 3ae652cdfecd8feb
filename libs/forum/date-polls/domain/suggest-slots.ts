import { addDays, isWeekend, type Holiday, type PlainDay } from '#forum/working-days';
import { SIDES, type Side } from '#core/kernel';
import { GRID_MINUTES, OFFICE_HOURS } from './office-hours.js';
import { dayReasons, scoreSlot } from './score-slot.js';
import type { Reason, ScoredSlot, SlotAsk, SlotFacts } from './suggestion.types.js';

/** One day of the range as a month strip draws it. */
export interface SuggestionDay {
  readonly date: PlainDay;
  /** Which sides work that day. */
  readonly working: Readonly<Record<Side, boolean>>;
  readonly holidays: readonly Holiday[];
  /** The best candidate of the day; on a free day, why there is none. */
  readonly best: ScoredSlot | null;
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
  const days: SuggestionDay[] = [];
  for (let date = ask.from; date <= ask.to; date = addDays(date, 1)) days.push(judgeDay(ask, facts, date));
  const possible = days.flatMap(({ best }) => (best?.possible ? [best] : []));
  const good = possible.filter(({ score }) => score >= GOOD_SCORE).slice(0, count);
  const rest = possible
    .filter((slot) => !good.includes(slot) && slot.score < GOOD_SCORE)
    .sort((a, b) => b.score - a.score || a.startsAt.localeCompare(b.startsAt))
    .slice(0, count - good.length);
  return { slots: [...good, ...rest].sort((a, b) => a.startsAt.localeCompare(b.startsAt)), days };
}

function judgeDay(ask: SlotAsk, facts: SlotFacts, date: PlainDay): SuggestionDay {
  const about = {
    date,
    working: { kr: facts.calendar.isWorkingDay(date, 'kr'), jp: facts.calendar.isWorkingDay(date, 'jp') },
    holidays: facts.calendar.holidaysOn(date, 'common'),
  };
  const closed = isWeekend(date) || SIDES.some((side) => !about.working[side]);
  if (closed) return { ...about, best: null, reasons: dayReasons(ask, facts, date) };
  let best: ScoredSlot | null = null;
  for (const time of startTimes(ask)) {
    const slot = scoreSlot(ask, facts, date, time);
    if (best === null || slot.score > best.score) best = slot;
  }
  return { ...about, best, reasons: best?.reasons ?? [] };
}

/**
 * Starts on the grid. Where people meet, within the hours of both; online the venue's clock may be far from both offices, so the whole
 * day is tried and the offices' hours decide. Of equal candidates the one nearest to 10:00 or 14:00 comes first.
 */
function startTimes({ format, minutes }: SlotAsk): string[] {
  const opens = format === 'in_person' ? Math.max(...SIDES.map((side) => OFFICE_HOURS[side].opens)) : 0;
  const closes = format === 'in_person' ? Math.min(...SIDES.map((side) => OFFICE_HOURS[side].closes)) : 24 * 60;
  const starts: number[] = [];
  for (let at = opens; at + (format === 'in_person' ? minutes : GRID_MINUTES) <= closes; at += GRID_MINUTES)
    starts.push(at);
  const fromUsual = (at: number) => Math.min(Math.abs(at - 600), Math.abs(at - 840) + 1);
  return starts.sort((a, b) => fromUsual(a) - fromUsual(b)).map(clockOf);
}

const clockOf = (at: number): string =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
