import type { LocalizedText, Side } from '#core/kernel';
import type { PostRow } from '#forum/identity';
import type { SessionRef } from '#forum/sessions';

export const pollStates = ['draft', 'open', 'closed', 'decided', 'withdrawn'] as const;
export type PollState = (typeof pollStates)[number];

export const pollFormats = ['in_person', 'online', 'hybrid'] as const;
export type PollFormat = (typeof pollFormats)[number];

export const answers = ['yes', 'if_needed', 'no'] as const;
export type Answer = (typeof answers)[number];

/** `head`: leads the delegation; `required`: must be there; `optional`: is asked, but decides nothing. */
export const participantRoles = ['head', 'required', 'optional'] as const;
export type ParticipantRole = (typeof participantRoles)[number];

/** All that the other side ever learns of a slot. */
export const verdicts = ['possible', 'difficult', 'not_possible'] as const;
export type Verdict = (typeof verdicts)[number];

/** A post of the reader's own side. */
export interface ParticipantRow {
  readonly id: string;
  readonly post: PostRow;
  readonly role: ParticipantRole;
}

/** An answer of the reader's own side; `by` is the post that answered for it, when that is another one. */
export interface AnswerRow {
  readonly postId: string;
  readonly answer: Answer;
  readonly at: string;
  readonly by: PostRow | null;
}

export interface VerdictRow {
  readonly side: Side;
  readonly verdict: Verdict;
  readonly at: string;
}

/** A hold that has neither been released nor run out. Instants are ISO 8601. */
export interface HoldRow {
  readonly id: string;
  readonly placedBy: Side;
  readonly expiresAt: string;
}

export interface SlotRow {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly decided: boolean;
  readonly verdicts: readonly VerdictRow[];
  readonly answers: readonly AnswerRow[];
  readonly hold: HoldRow | null;
}

/** What lists show of a poll. `ownAnswered`/`ownAsked` count the reader's own side only; null for who has none. */
export interface PollSummaryRow {
  readonly id: string;
  readonly channelId: string;
  readonly channelName: LocalizedText;
  readonly session: SessionRef | null;
  readonly state: PollState;
  readonly zone: string;
  readonly minutes: number;
  readonly format: PollFormat;
  readonly host: Side | null;
  readonly deadline: string;
  readonly deadlinePassed: boolean;
  readonly bothHeads: boolean;
  readonly proposedBy: Side;
  readonly shared: boolean;
  readonly version: number;
}

export interface PollRow extends PollSummaryRow {
  /** In order of time. */
  readonly slots: readonly SlotRow[];
  /** Of the reader's own side, highest rank first. */
  readonly participants: readonly ParticipantRow[];
}
