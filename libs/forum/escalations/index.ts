import { connectEscalations } from './session-hooks.js';

connectEscalations();

export { DraftEscalation, EditEscalation, type DraftEscalationInput } from './actions/draft-escalation.js';
export { ReturnEscalation, SettleEscalation } from './actions/end-escalation.js';
export { RaiseEscalation, WithdrawEscalation } from './actions/raise-escalation.js';
export { escalationContext, mayDraft } from './domain/escalation-context.js';
export {
  escalationLifecycle,
  escalationOffers,
  escalationStates,
  type EscalationState,
} from './domain/escalation.lifecycle.js';
export {
  eventKinds,
  isShared as isSharedEscalation,
  ituArticles,
  ladderLevel,
  matterKinds,
  type ChannelRef,
  type EscalationEventRow,
  type EscalationRow,
  type LadderLevel,
  type MatterKind,
  type MatterRef,
} from './domain/escalation.types.js';
export { escalationsErrors } from './domain/escalations.errors.js';
export type { Matter } from './domain/matter.types.js';
export { escalationAccepted, escalationPlaced, escalationRaised, escalationReturned } from './escalations.events.js';
export { EscalationsModule } from './escalations.module.js';
export { escalationsEntities } from './persistence/escalations.entities.js';
export { escalationsOfSession, findEscalation, listEscalations, type EscalationFilter } from './queries/escalations.js';
export { findMatter, mattersOf } from './queries/matters.js';
export { escalationSuggestions, suggestionReasons, type Suggestion } from './queries/suggestions.js';
export { targetsAbove, type Relation, type Target } from './queries/targets.js';
export { summaryDocument } from './domain/summary-document.js';
export type { SummaryToPrint } from './domain/summary-facts.js';
export { returnProposal, riseProposal } from './domain/proposals.js';
export { summaryToPrint } from './queries/summary-to-print.js';
export { escalationPath } from './session-hooks.js';
