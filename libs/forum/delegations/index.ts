import { registerViolations } from '#platform/database';
import { delegationsErrors } from './domain/delegations.errors.js';
import {
  AttendanceEntity,
  CompanyPersonEntity,
  DelegationEntity,
  DelegationMemberEntity,
  DelegationNeedEntity,
  RankRequestEntity,
} from './persistence/delegations.entities.js';
import {
  InterpretationEntity,
  InterpreterEntity,
  TranslationPaperEntity,
} from './persistence/interpretation.entities.js';
import { connectDelegationsToSessions } from './session-hooks.js';

registerViolations({
  uq_delegation_session_id_side: delegationsErrors.delegationAlreadyIn,
  ck_translation_paper_pair: delegationsErrors.sameLanguage,
});
connectDelegationsToSessions();

export const delegationsEntities = [
  DelegationEntity,
  DelegationMemberEntity,
  DelegationNeedEntity,
  RankRequestEntity,
  AttendanceEntity,
  CompanyPersonEntity,
  InterpretationEntity,
  InterpreterEntity,
  TranslationPaperEntity,
];

export {
  ArrangeInterpretation,
  ConfirmInterpretation,
  type ArrangeInterpretationInput,
} from './actions/arrange-interpretation.js';
export { AskRank, KeepRank, type AskRankInput } from './actions/ask-rank.js';
export {
  AddMember,
  EditMember,
  OrderMembers,
  RemoveMember,
  type AddMemberInput,
  type EditMemberInput,
} from './actions/edit-members.js';
export { AcceptDelegation, ApproveDelegation, SubmitDelegation, type HandOverInput } from './actions/hand-over-list.js';
export { AddCompanyPerson, EditCompanyPerson, type EditCompanyPersonInput } from './actions/keep-company-people.js';
export { ChangePaper, ListPaper, type ChangePaperInput, type ListPaperInput } from './actions/list-papers.js';
export { MarkAttendance, type MarkAttendanceInput } from './actions/mark-attendance.js';
export { DismissInterpreter, NameInterpreter, type NameInterpreterInput } from './actions/name-interpreters.js';
export { RecordNeeds, type RecordNeedsInput } from './actions/record-needs.js';
export { DelegationMemberEntity };

export {
  attendanceMarked,
  delegationAccepted,
  delegationChanged,
  delegationSubmitted,
  interpretationConfirmed,
  rankAsked,
} from './delegations.events.js';
export { DelegationsModule } from './delegations.module.js';
export { delegationContext, holds, isOpenFor, readsNeeds } from './domain/delegation-context.js';
export { delegationLifecycle, delegationStates, type DelegationState } from './domain/delegation.lifecycle.js';
export { delegationsErrors } from './domain/delegations.errors.js';
export {
  memberRoles,
  type BadgeName,
  type CompanyPersonRow,
  type DelegationListRow,
  type MemberRole,
  type MemberRow,
  type SessionOfList,
} from './domain/delegations.types.js';
export {
  countUnit,
  defaultFactorPercent,
  directions,
  equipmentKinds,
  modes,
  providers,
  scaledMinutes,
  type Direction,
  type Equipment,
  type InterpretationMode,
  type Provider,
} from './domain/interpretation.js';
export {
  interpretationContext,
  interpretationLifecycle,
  interpretationState,
} from './domain/interpretation.lifecycle.js';
export type { InterpretationRow, PaperRow } from './domain/interpretation.types.js';
export { changeIsTold } from './domain/notice-window.js';
export { highestRank, lowestRank, parityGap, rankTable } from './domain/rank-table.js';
export { listCompanyPeople } from './queries/company-people.js';
export {
  findSessionOfList,
  listDelegations,
  sessionIdOfMember,
  type SessionOfListRow,
} from './queries/delegation-lists.js';
export { interpretationOfSession } from './queries/interpretation-of-session.js';
export { readPreparation, submittedSides, type Preparation } from './queries/preparation.js';
