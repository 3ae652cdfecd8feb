import { registerViolations } from '#platform/database';
import { recordsErrors } from './domain/records.errors.js';
import { connectRecordsToProposals, connectRecordsToTranslation } from './record-texts.js';
import { connectRecordsToSessions } from './session-hooks.js';

registerViolations({ uq_record_clearance_standing: recordsErrors.alreadyInClearance });
connectRecordsToSessions();
connectRecordsToProposals();
connectRecordsToTranslation();

export { mayProposeRules, ProposeRecordRules } from './actions/agree-rules.js';
export { DecideClearance, RecallClearance, StartClearance } from './actions/clear-record.js';
export { DraftCorrigendum } from './actions/correct-record.js';
export { DraftRecord } from './actions/draft-record.js';
export {
  AcceptBrackets,
  AddParagraph,
  EditParagraph,
  MoveParagraph,
  RemoveParagraph,
} from './actions/edit-paragraph.js';
export { EditRecord } from './actions/edit-record.js';
export { ExchangeRecord, WithdrawRecord } from './actions/exchange-record.js';
export { ProposeForRecord, type RecordStep } from './actions/propose-record.js';
export { CancelRecordRelease, carryDueRecordRelease, SetRelease } from './actions/release-record.js';
export { TranslateRecord } from './actions/translate-record.js';
export { FinishRecord, TakeRecordKeyBack, TurnRecordKey } from './actions/turn-record-key.js';
export { bracketGroups, bracketOwners, bracketShape, type BracketOwner } from './domain/brackets.js';
export {
  diffRecords,
  recordFacts,
  type ContentParagraph,
  type RecordDiff,
  type RecordFact,
  type RecordTextChange,
} from './domain/diff.js';
export {
  gapsOf,
  openBracketsOf,
  recordContent,
  recordHash,
  type RecordContent,
  type RecordGap,
} from './domain/record-content.js';
export { awaitsConfirmation, isReadyToSign, mayDraft, recordContext, takesRecords } from './domain/record-context.js';
export { registerOutline, type OutlineDecision } from './domain/outline.js';
export { recordLifecycle, recordOffers, recordStates, type RecordState } from './domain/record.lifecycle.js';
export {
  clearanceOf,
  clearanceStates,
  isUnilateral,
  minutesKinds,
  nextStep,
  paragraphKinds,
  recordKinds,
  signedKinds,
  type ClearanceState,
  type ParagraphKind,
  type RecordKind,
  type RecordParagraph,
  type RecordRow,
  type RelatedRecord,
} from './domain/record.types.js';
export { recordsErrors } from './domain/records.errors.js';
export { recordsEntities } from './persistence/records.entities.js';
export { printedTitle, recordPath, recordsOfSession, type RecordBrief } from './queries/record-briefs.js';
export { findRecordSession, recordRulesOf } from './queries/record-session.js';
export {
  findRecordVersion,
  listRecordVersions,
  recordOccasions,
  recordVersionBefore,
  type RecordOccasion,
  type RecordVersionHead,
  type RecordVersionRow,
} from './queries/record-versions.js';
export { waitingRecords, type WaitingRecord } from './queries/waiting-records.js';
export { findRecord, paragraphsOf, recordOfParagraph, recordRowsOfSession } from './queries/records.js';
export {
  recordAdopted,
  recordCleared,
  recordClearanceStepTaken,
  recordExchanged,
  recordFinal,
  recordInClearance,
  recordKeysCleared,
  recordKeyTurned,
  recordReleaseCancelled,
  recordReleased,
  recordReleasePlanned,
  recordSigned,
  recordWithdrawn,
} from './records.events.js';
export { RecordsModule } from './records.module.js';
export { textsDoneAs, type TextsDone } from './queries/texts-done.js';
