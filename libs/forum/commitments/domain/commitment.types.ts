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

/** True when both sides stand behind the obligation, so that it counts in the "agreed" statistics. */
export function isAgreed(strength: Strength): boolean {
  return strength.startsWith('joint_');
}
