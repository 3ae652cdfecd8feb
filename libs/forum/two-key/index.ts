import { registerViolations } from '#platform/database';
import { twoKeyErrors } from './domain/two-key.errors.js';

registerViolations({
  uq_key_turn_standing: twoKeyErrors.alreadyTurned,
  uq_proposal_open: twoKeyErrors.alreadyProposed,
});

export { AcceptProposal, RefuseProposal, WithdrawProposal } from './actions/decide-proposal.js';
export { closeOpenProposals, openProposal } from './actions/open-proposal.js';
export { clearKeys, takeKeyBack, turnKey } from './actions/turn-key.js';
export { contentHash } from './domain/content-hash.js';
export { defineProposal, onAccepted } from './domain/proposal-kinds.js';
export {
  proposalContext,
  proposalLifecycle,
  proposalOffers,
  proposalStates,
  type ProposalState,
} from './domain/proposal.lifecycle.js';
export {
  registerProposalSubject,
  subjectsOf,
  type SubjectSeen,
  type SubjectSource,
} from './domain/proposal-subjects.js';
export {
  PROPOSAL_SUBJECTS,
  type AcceptedProposal,
  type ProposalKind,
  type ProposalRow,
  type ProposalSubject,
} from './domain/proposal.types.js';
export { twoKeyErrors } from './domain/two-key.errors.js';
export { bothTurned, type KeyedSubject, type StandingKey } from './domain/two-key.types.js';
export { ProposalEntity, twoKeyEntities } from './persistence/two-key.entities.js';
export {
  agreedProposalsOf,
  findProposal,
  listProposals,
  openProposalsAbout,
  openProposalsOf,
  type ProposalFilter,
} from './queries/proposals.js';
export { standingKeys } from './queries/standing-keys.js';
export { proposalAccepted, proposalOpened, proposalRefused, proposalWithdrawn } from './two-key.events.js';
export { TwoKeyModule } from './two-key.module.js';
