import { registerAgendaLink } from '#forum/agenda';
import { linkedCommitments } from './queries/agenda-links.js';

registerAgendaLink('commitment', linkedCommitments);

export { COMMITMENT_STATUSES, INSTRUMENT_KINDS, isAgreed, LEGAL_FORCES, STRENGTHS } from './domain/commitment.types.js';
export type { CommitmentStatus, InstrumentKind, LegalForce, Strength } from './domain/commitment.types.js';
export { commitmentsErrors } from './domain/commitments.errors.js';
export { CommitmentEntity, commitmentsEntities } from './persistence/commitments.entities.js';
export {
  findCommitment,
  listCommitments,
  type CommitmentDetailRow,
  type CommitmentFilter,
  type CommitmentLinkRow,
  type CommitmentRow,
} from './queries/commitments.js';
export {
  findInstrument,
  listInstruments,
  type InstrumentDetailRow,
  type InstrumentRow,
} from './queries/instruments.js';
