/** Strength of an obligation (domain.md 3.8); only `joint_*` counts as agreed (domain.md 1.7). */
export const STRENGTHS = [
  'joint_binding',
  'joint_political',
  'joint_non_binding',
  'discussed',
  'unilateral_intent',
  'proposal',
] as const;
export type Strength = (typeof STRENGTHS)[number];

/** Status of a commitment (domain.md 3.8); `unknown` is for history only. */
export const COMMITMENT_STATUSES = [
  'proposed',
  'recorded',
  'assigned',
  'in_progress',
  'fulfilled',
  'fulfilled_differently',
  'partly',
  'lapsed',
  'superseded',
  'closed_with_event',
  'unknown',
] as const;
export type CommitmentStatus = (typeof COMMITMENT_STATUSES)[number];

/** What is promised and not wholly kept yet, nor given up; kept in part is owed still. */
export const OPEN_STATUSES = [
  'recorded',
  'assigned',
  'in_progress',
  'partly',
] as const satisfies readonly CommitmentStatus[];

export const INSTRUMENT_KINDS = [
  'treaty',
  'agreement',
  'memorandum',
  'memorandum_of_cooperation',
  'agency_arrangement',
  'initiative',
  'action_plan',
  'agreed_minutes',
] as const;
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];

export const LEGAL_FORCES = ['treaty', 'agency_level', 'political', 'non_binding'] as const;
export type LegalForce = (typeof LEGAL_FORCES)[number];

/** A draft is its side's own; what is proposed or returned both sides see and neither has agreed to. */
export const INSTRUMENT_STATES = ['draft', 'proposed', 'returned', 'recorded', 'withdrawn'] as const;
export type InstrumentState = (typeof INSTRUMENT_STATES)[number];

/** Who has to act for an obligation to be kept. */
export const ACTING_SIDES = ['kr', 'jp', 'both'] as const;
export type ActingSide = (typeof ACTING_SIDES)[number];

/** What may show that a status is true (domain.md 3.8). */
export const EVIDENCE_KINDS = ['document', 'meeting', 'link'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const COMMITMENT_EVENTS = ['recorded', 'statusChanged', 'detailsChanged'] as const;
export type CommitmentEventName = (typeof COMMITMENT_EVENTS)[number];

/** True when both sides stand behind the obligation, so that it counts in the "agreed" statistics; a text not yet recorded binds nobody. */
export function isAgreed(strength: Strength, status: CommitmentStatus): boolean {
  return strength.startsWith('joint_') && status !== 'proposed';
}

/** `isAgreed` in SQL, for a commitment `c`. */
export const AGREED_SQL = `(c.strength in ('joint_binding','joint_political','joint_non_binding') and c.status <> 'proposed')`;
