import type { Audience, Language, LocalizedText, Side } from '#core/kernel';
import type { SessionState } from '#forum/sessions';
import type { DecisionState } from './decision.lifecycle.js';
import type { SpeakerState } from './speaker.lifecycle.js';

/** Everything that happens in a run; screens are told each of them, in order. */
export const liveEventKinds = [
  'opened',
  'item_started',
  'break_started',
  'stopped',
  'over',
  'speaker_asked',
  'floor_given',
  'floor_ended',
  'speaker_skipped',
  'speaker_withdrawn',
  'decision_captured',
  'decision_changed',
  'decision_accepted',
  'decision_withdrawn',
  'action_recorded',
  'attendance_marked',
  'item_discussed',
  'note_added',
] as const;
export type LiveEventKind = (typeof liveEventKinds)[number];

/** One event; `subjectId` is the item, speaker, decision, action, member or note it is about. `at` is ISO 8601 UTC. */
export interface LiveEventRow {
  readonly position: number;
  readonly audience: Audience;
  readonly kind: LiveEventKind;
  readonly subjectId: string | null;
  readonly side: Side | null;
  readonly at: string;
}

/** A stretch of time; without an item a break of `minutes`. Instants are ISO 8601 UTC. */
export interface SegmentRow {
  readonly id: string;
  readonly itemId: string | null;
  readonly minutes: number | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

export interface SpeakerRow {
  readonly id: string;
  readonly itemId: string | null;
  readonly side: Side;
  readonly memberId: string | null;
  readonly state: SpeakerState;
  readonly requestedAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly version: number;
}

/** What the room decided, in the words of `wordedSide`. */
export interface DecisionRow {
  readonly id: string;
  readonly sessionId: string;
  readonly itemId: string | null;
  readonly number: number;
  readonly text: LocalizedText;
  readonly side: Side;
  readonly wordedSide: Side;
  readonly state: DecisionState;
  readonly version: number;
  readonly createdAt: string;
}

/** A line of the reader's own side. */
export interface NoteRow {
  readonly id: string;
  readonly itemId: string | null;
  readonly lang: Language;
  readonly text: string;
  readonly createdAt: string;
}

/** A run as its reader may see it. `version` is 0 while nothing has happened. */
export interface RunRow {
  readonly sessionId: string;
  readonly sessionState: SessionState;
  readonly hostSide: Side | null;
  readonly version: number;
  readonly segments: readonly SegmentRow[];
  readonly speakers: readonly SpeakerRow[];
  /** The last positions this reader has: of what both see, and of the own side's. */
  readonly joint: number;
  readonly own: number;
  /** ISO 8601 UTC, of the database. */
  readonly now: string;
}

/** The stretch that is on, if any. */
export const openSegment = ({ segments }: Pick<RunRow, 'segments'>): SegmentRow | null =>
  segments.find((segment) => segment.endedAt === null) ?? null;

/** Who has the floor, if anybody. */
export const onTheFloor = ({ speakers }: Pick<RunRow, 'speakers'>): SpeakerRow | null =>
  speakers.find((speaker) => speaker.state === 'speaking') ?? null;
