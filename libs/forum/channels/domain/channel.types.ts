import type { Audience, Side } from '#core/kernel';

/** Levels at which a channel is nominally set and a session is really held (domain.md 1.3, 3.2). */
export const LEVELS = ['expert', 'division', 'dg', 'vice_minister', 'minister', 'summit', 'local', 'private'] as const;
export type Level = (typeof LEVELS)[number];

/** Channel states of domain.md 3.2; `unknown` is for history only (domain.md 3.8). */
export const CHANNEL_STATES = [
  'proposed',
  'agreed',
  'active',
  'stalled',
  'suspended',
  'concluded',
  'superseded',
  'withdrawn',
  'unknown',
] as const;
export type ChannelState = (typeof CHANNEL_STATES)[number];

/** Append-only events of a channel: those of domain.md 3.2, and the two announcements the record tells apart from deeds (domain.md 1.7). */
export const EVENT_TYPES = [
  'proposed',
  'intent_announced',
  'reported',
  'agreed',
  'first_session',
  'session_held',
  'renamed',
  'elevated',
  'lowered',
  'spawned',
  'stalled',
  'suspended',
  'resumption_proposed',
  'resumption_announced',
  'resumed',
  'milestone',
  'concluded',
  'stall_withdrawn',
  'superseded',
  'withdrawn',
] as const;
export type ChannelEventType = (typeof EVENT_TYPES)[number];

/** Where a form of a name comes from (`meta.name_status` of the record). */
export const NAME_KINDS = ['official_kr', 'official_jp', 'press', 'translation', 'seed'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** Sensitivity of a context event; such rows never reach public pages (domain.md 3.14, 7). */
export const SENSITIVITIES = ['low', 'medium', 'high'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** Who hosts next (domain.md 3.2): in turn, by the order of more than two, or as agreed each time. */
export const HOSTING_RULES = ['alternating', 'rotation', 'by_agreement'] as const;
export type HostingRule = (typeof HOSTING_RULES)[number];

/** What an agreement rests on (domain.md 3.2): an instrument or document by its code, or words that name it. */
export const REFERENCE_KINDS = ['instrument', 'document', 'citation'] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

export interface Reference {
  readonly kind: ReferenceKind;
  readonly text: string;
}

/** By whom a channel is suspended: one side declared it, or both agreed. */
export type Suspender = Side | 'both';

export type StallState = 'open' | 'confirmed' | 'dismissed' | 'outdated';

/** Levels that stand above one another; local and private channels stand beside them. */
const LADDER: readonly Level[] = ['expert', 'division', 'dg', 'vice_minister', 'minister', 'summit'];

export const isOnLadder = (level: Level): boolean => LADDER.includes(level);

/** True when the new level stands above the old one; both are on the ladder. */
export const isHigher = (level: Level, than: Level): boolean => LADDER.indexOf(level) > LADDER.indexOf(than);

/** The facts of a channel that its steps depend on. Dates are plain days. */
export interface ChannelFacts {
  readonly id: string;
  readonly state: ChannelState;
  readonly audience: Audience;
  readonly version: number;
  readonly nominalLevel: Level;
  /** Who proposed it: kept with channels made here, told by the first proposal in the record's. */
  readonly originSide: Side | null;
  readonly suspendedBy: Suspender | null;
  /** The side that confirmed the stall under way. */
  readonly stalledBy: Side | null;
  /** The stall suggestion that waits for a decision. */
  readonly suggestion: StallSuggestion | null;
  readonly hasOpenSession: boolean;
}

export interface StallSuggestion {
  readonly id: string;
  readonly quarter: string;
  readonly lastHeld: string;
  /** After how many months without a session the channel counts as stalled. */
  readonly months: number;
}
