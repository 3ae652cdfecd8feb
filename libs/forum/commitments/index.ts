export { COMMITMENT_STATUSES, INSTRUMENT_KINDS, isAgreed, LEGAL_FORCES, STRENGTHS } from './domain/commitment.types.js';
export type { CommitmentStatus, InstrumentKind, LegalForce, Strength } from './domain/commitment.types.js';
