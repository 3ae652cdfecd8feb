import { registerViolations } from '#platform/database';
import { delegationsErrors } from './domain/delegations.errors.js';
import { DelegationEntity, DelegationMemberEntity } from './persistence/delegations.entities.js';
import { InterpretationEntity } from './persistence/interpretation.entities.js';
import { connectDelegationsToSessions } from './session-hooks.js';

registerViolations({ uq_delegation_session_id_side: delegationsErrors.delegationAlreadyIn });
connectDelegationsToSessions();

export const delegationsEntities = [DelegationEntity, DelegationMemberEntity, InterpretationEntity];

export { ConfirmInterpretation } from './actions/confirm-interpretation.js';
export { SubmitDelegation, type NameDelegationInput } from './actions/submit-delegation.js';
export {
  delegationAccepted,
  delegationChanged,
  delegationSubmitted,
  interpretationConfirmed,
} from './delegations.events.js';
export { DelegationsModule } from './delegations.module.js';
export { delegationsErrors } from './domain/delegations.errors.js';
export {
  preparationOffers,
  preparationSteps,
  type Preparation,
  type PreparationStep,
} from './domain/session-offers.js';
export { listDelegations, type DelegationRow } from './queries/delegation-lists.js';
export { readPreparation, submittedSides } from './queries/preparation.js';
