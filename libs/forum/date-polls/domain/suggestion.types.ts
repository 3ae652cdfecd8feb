import type { Side } from '#core/kernel';
import type { PlainDay, WorkingCalendar } from '#forum/working-days';
import type { PollFormat } from './date-poll.types.js';

/** What keeps a slot from being held at all. */
export const blockCodes = [
  'past',
  'weekend',
  'holiday',
  'outsideHours',
  'otherSession',
  'held',
  'ownHeadBusy',
  'otherSideNot',
] as const;

/** What speaks against a slot without excluding it, and what it costs of 100 points. */
export const concernCosts = {
  avoidPeriod: 30,
  travelDayBefore: 15,
  travelDayAfter: 10,
  shortNotice: 10,
  lunch: 15,
  ownPostBusy: 10,
  otherSideDifficult: 15,
  yearUnsure: 5,
} as const;

export type BlockCode = (typeof blockCodes)[number];
export type ConcernCode = keyof typeof concernCosts;
export type ReasonCode = BlockCode | ConcernCode;

export const reasonCodes: readonly ReasonCode[] = [...blockCodes, ...(Object.keys(concernCosts) as ConcernCode[])];

/** Why a slot loses points or cannot be held; `side` when it is one country's calendar or hours. */
export interface Reason {
  readonly code: ReasonCode;
  readonly side: Side | null;
  readonly cost: number;
}

/** A stretch of time in which posts are taken. Milliseconds since 1970, end excluded. */
export interface Taken {
  readonly kind: 'session' | 'hold';
  readonly from: number;
  readonly to: number;
}

/** What somebody has said of a time in another poll of this channel. */
export interface Said {
  readonly kind: 'ownHeadBusy' | 'ownPostBusy' | 'otherSideNot' | 'otherSideDifficult';
  readonly from: number;
  readonly to: number;
}

export interface Avoid {
  readonly side: Side | null;
  readonly from: PlainDay;
  readonly to: PlainDay;
}

export interface SlotFacts {
  readonly calendar: WorkingCalendar;
  readonly avoid: readonly Avoid[];
  readonly taken: readonly Taken[];
  readonly said: readonly Said[];
  /** ISO 8601. */
  readonly now: string;
}

export interface SlotAsk {
  /** Days at the venue, both included. */
  readonly from: PlainDay;
  readonly to: PlainDay;
  readonly zone: string;
  readonly minutes: number;
  readonly format: PollFormat;
  /** The side that travels when people meet; null = unknown or both (a third country): both travel. */
  readonly guest: Side | null;
}

export interface ScoredSlot {
  readonly startsAt: string;
  readonly endsAt: string;
  /** 0–100; 0 = cannot be held. */
  readonly score: number;
  readonly possible: boolean;
  readonly reasons: readonly Reason[];
}
