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

export const ACTION_PRIORITIES = ['high', 'normal', 'low'] as const;
export type ActionPriority = (typeof ACTION_PRIORITIES)[number];

/** Where an item came from (domain.md 3.9). `session` is the session it was recorded in; `other` is explained by its title alone. */
export const ACTION_ORIGINS = [
  'session',
  'agenda_item',
  'commitment',
  'record_paragraph',
  'radio_issue',
  'other',
] as const;
export type ActionOriginKind = (typeof ACTION_ORIGINS)[number];

/** `id` is that of the object named; absent for the session itself and for `other`. */
export interface ActionOrigin {
  readonly kind: ActionOriginKind;
  readonly id?: string | undefined;
}

export const ACTION_COMMENT_KINDS = ['comment', 'block_reason'] as const;
export type ActionCommentKind = (typeof ACTION_COMMENT_KINDS)[number];

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
  readonly channelId: string | null;
  readonly commitmentId: string | null;
  readonly deputyPostId: string | null;
  readonly supportingBodyIds: readonly string[];
  readonly priority: ActionPriority;
  readonly expectedOn: string | null;
  readonly answerUntil: string | null;
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
  'blocked',
  'unblocked',
  'reassigned',
  'detailsChanged',
  'cancelled',
  'superseded',
  'confirmedBySilence',
] as const;
export type ActionEventName = (typeof ACTION_EVENTS)[number];
