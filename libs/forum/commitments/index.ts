import { registerViolations } from '#platform/database';
import { connectCommitments } from './connections.js';
import { commitmentsErrors } from './domain/commitments.errors.js';

registerViolations({ ck_commitment_quote_kept: commitmentsErrors.quoteKept });
connectCommitments();

export { ChangeDetails, type ChangeDetailsInput } from './actions/change-details.js';
export { ChangeStatus, NOTE_MAX, type ChangeStatusInput } from './actions/change-status.js';
export { CHECK_NOTE_MAX, CheckArrangement } from './actions/check-arrangement.js';
export { AddArea, DraftInstrument, EditInstrument, WithdrawInstrument } from './actions/draft-instrument.js';
export { AddClause, EditClause, RemoveClause } from './actions/edit-clauses.js';
export { ProposeInstrument } from './actions/record-instrument.js';
export type { DetailsContent, StatusContent } from './commitment-proposals.js';
export {
  commitmentDetailsChanged,
  commitmentStatusChanged,
  instrumentChecked,
  instrumentProposed,
  instrumentRecorded,
} from './commitments.events.js';
export { CommitmentsModule } from './commitments.module.js';
export {
  commitmentLifecycle,
  commitmentOffers,
  COMMITMENT_STEPS,
  type CommitmentStep,
} from './domain/commitment.lifecycle.js';
export {
  ACTING_SIDES,
  COMMITMENT_EVENTS,
  COMMITMENT_STATUSES,
  EVIDENCE_KINDS,
  INSTRUMENT_KINDS,
  INSTRUMENT_STATES,
  isAgreed,
  LEGAL_FORCES,
  OPEN_STATUSES,
  STRENGTHS,
} from './domain/commitment.types.js';
export type {
  ActingSide,
  CommitmentEventName,
  CommitmentStatus,
  EvidenceKind,
  InstrumentKind,
  InstrumentState,
  LegalForce,
  Strength,
} from './domain/commitment.types.js';
export { commitmentsErrors } from './domain/commitments.errors.js';
export { EVIDENCE_TEXT_MAX, EVIDENCE_URL_MAX } from './domain/evidence.js';
export { checkOffer, drafts as draftsInstruments, instrumentOffers } from './domain/instrument.lifecycle.js';
export { postingDue } from './domain/posting.js';
export { CLAUSE_MAX, countGaps, NAME_MAX, QUOTE_MAX } from './domain/texts.js';
export { commitmentsEntities } from './persistence/all-entities.js';
export { CommitmentEntity } from './persistence/commitments.entities.js';
export {
  findCommitment,
  listCommitments,
  type CommitmentDetailRow,
  type CommitmentFilter,
  type CommitmentLinkRow,
  type CommitmentRow,
} from './queries/commitments.js';
export type { CommitmentEventRow, EvidenceRow as CommitmentEvidenceRow } from './queries/course.js';
export { PROGRESS_GROUPS, readProgress, type ProgressGroup, type ProgressRow } from './queries/progress.js';
export {
  findInstrument,
  listInstruments,
  type InstrumentCheckRow,
  type InstrumentDetailRow,
  type InstrumentRow,
} from './queries/instruments.js';
