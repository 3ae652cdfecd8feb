import { connectActions } from './connections.js';

connectActions();

export { BlockAction, UnblockAction, type BlockActionInput } from './actions/block-action.js';
export {
  BULK_ACTS,
  BULK_MAX,
  BulkUpdate,
  type BulkAct,
  type BulkInput,
  type BulkResult,
} from './actions/bulk-update.js';
export { ProposeActionRule } from './actions/change-rule.js';
export { CommentAction } from './actions/comment-action.js';
export { ConfirmDone } from './actions/confirm-done.js';
export { CancelAction, SupersedeAction, type CancelActionInput } from './actions/end-action.js';
export { ExtendDue, type ExtendDueInput } from './actions/extend-due.js';
export {
  RecordAction,
  RecordActionLine,
  recordActionLine,
  type RecordActionInput,
  type RecordLineInput,
} from './actions/record-action.js';
export { recordActions, type RecordActionsInput } from './actions/record-actions.js';
export { EditAction, ReassignAction, type EditActionInput } from './actions/reassign-action.js';
export { ReportDone, type ReportDoneInput } from './actions/report-done.js';
export { ReturnDone, type ReturnDoneInput } from './actions/return-done.js';
export { confirmBySilence } from './actions/silence.js';
export { StartAction } from './actions/start-action.js';
export { TakeOver } from './actions/take-over.js';
export {
  ACTION_SUBJECT,
  actionAnswerDayMoved,
  actionBlocked,
  actionCancelled,
  actionDetailsChanged,
  actionReassigned,
  actionSuperseded,
  actionUnblocked,
  actionDoneClaimed,
  actionDoneConfirmed,
  actionDueExtended,
  actionRecorded,
  actionReturned,
  actionStarted,
  type ActionChanged,
} from './actions.events.js';
export { ActionsModule } from './actions.module.js';
export { actionLifecycle, allowedSteps, speaksForSide, type ActionStep } from './domain/action.lifecycle.js';
export { parseActionLine, type ActionLine } from './domain/action-line.js';
export { isDueDay } from './domain/due.js';
export {
  ACTION_EVENTS,
  ACTION_ORIGINS,
  ACTION_PRIORITIES,
  ACTION_STATES,
  EVIDENCE_KINDS,
  UNFINISHED_STATES,
  type ActionEventName,
  type ActionOrigin,
  type ActionOriginKind,
  type ActionPriority,
  type ActionState,
  type EvidenceKind,
} from './domain/action.types.js';
export { actionsErrors } from './domain/actions.errors.js';
export { EVIDENCE_TEXT_MAX, EVIDENCE_URL_MAX, type EvidenceInput } from './domain/evidence.js';
export { actionNumber, seriesOf } from './domain/numbering.js';
export { originsSeen, registerActionOrigin, type OriginSeen } from './origins.js';
export { BOTH } from './domain/owners.js';
export { recordingOffer } from './domain/recording.js';
export { COMMENT_MAX, REASON_MAX } from './domain/reason.js';
export { TITLE_MAX } from './domain/title.js';
export { actionsEntities } from './persistence/all-entities.js';
export { insertAction, type NewAction } from './persistence/new-action.repository.js';
export type { ActionRow } from './queries/action-columns.js';
export { findAction, type ActionDetailRow, type ActionEventRow, type EvidenceRow } from './queries/find-action.js';
export {
  ACTION_SCOPES,
  listActions,
  type ActionFilter,
  type ActionPage,
  type ActionScope,
} from './queries/list-actions.js';
export { actionRuleOf, isSharedChannel, SILENCE_MAX, type ActionRule } from './queries/action-rule.js';
export { handoversOf, type Handover } from './queries/handovers.js';
export { actionsOfCommitments, type CommitmentWork } from './queries/actions-of-commitments.js';
