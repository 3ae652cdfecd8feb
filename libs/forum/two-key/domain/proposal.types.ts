import type { Side } from '#core/kernel';
import type { PostRow } from '#forum/identity';
import type { ProposalState } from './proposal.lifecycle.js';

/** What a proposal may be about. */
export const PROPOSAL_SUBJECTS = [
  'channel',
  'session',
  'agenda',
  'agenda_item',
  'glossary_term',
  'paper',
  'record',
  'instrument',
  'commitment',
  'action_item',
  'radio_issue',
  'escalation',
  'multilateral_meeting',
] as const;
export type ProposalSubject = (typeof PROPOSAL_SUBJECTS)[number];

/** A kind of shared change, e.g. `session.arrangement`; `Content` is its JSON shape. */
export interface ProposalKind<Content extends object> {
  readonly kind: string;
  readonly subjectType: ProposalSubject;
  /** Only to tell kinds apart by their content. */
  readonly content?: Content;
}

/** A proposal whose second key was just turned. */
export interface AcceptedProposal<Content extends object> {
  readonly id: string;
  readonly subjectId: string;
  readonly content: Content;
  readonly proposedBy: Side;
  readonly reason: string | null;
}

/** One proposal as stored. Instants are ISO 8601 UTC; `hash` is the SHA-256 both keys stand on. */
export interface ProposalRow {
  readonly id: string;
  readonly kind: string;
  readonly subjectType: ProposalSubject;
  readonly subjectId: string;
  readonly content: object;
  readonly hash: string;
  readonly proposedBy: Side;
  readonly post: PostRow;
  readonly at: string;
  readonly reason: string | null;
  readonly state: ProposalState;
  readonly decidedAt: string | null;
  readonly decidedBy: Side | null;
  readonly decidedByPost: PostRow | null;
  readonly decisionReason: string | null;
  readonly replacedById: string | null;
  readonly version: number;
}
