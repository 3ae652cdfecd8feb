import type { Audience, LocalizedText, Side } from '#core/kernel';

/** States of domain.md 3.9. `extended` is an event, not a state; overdue is computed, never stored. */
export const ACTION_STATES = [
  'open',
  'in_progress',
  'blocked',
  'done_claimed',
  'done_confirmed',
  'cancelled',
  'superseded',
] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** States in which the owner still owes the work: only these can be overdue. */
export const UNFINISHED_STATES = ['open', 'in_progress', 'blocked'] as const satisfies readonly ActionState[];

export const EVIDENCE_KINDS = ['link', 'note', 'document', 'meeting'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What an action item is while it is being changed; dates are `YYYY-MM-DD`. */
export interface ActionItem {
  readonly id: string;
  readonly number: string;
  readonly ownerSide: Side;
  readonly ownerPostId: string;
  readonly state: ActionState;
  readonly due: string;
  /** The first due date, once it has been extended. */
  readonly originalDue: string | null;
  /** A joint item is confirmed by the other side. */
  readonly joint: boolean;
  readonly audience: Audience;
  readonly sessionId: string | null;
  readonly commitmentId: string | null;
  readonly version: number;
}

/** Evidence as given by a person, already cleaned. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly text: LocalizedText | null;
  readonly url: string | null;
}

/** Entries of the append-only history of an item. */
export const ACTION_EVENTS = [
  'recorded',
  'started',
  'doneClaimed',
  'doneConfirmed',
  'returned',
  'dueExtended',
] as const;
export type ActionEventName = (typeof ACTION_EVENTS)[number];
