import { registerViolations } from '#platform/database';
import { radioErrors } from './domain/radio.errors.js';
import { connectRadio } from './radio-hooks.js';

registerViolations({
  uq_radio_link_pair: radioErrors.alreadyLinked,
  uq_radio_meeting_radio_issue_id_session_id: radioErrors.alreadyRaised,
});
connectRadio();

export { LinkIssue, RaiseIssue, SetNextCheck, UnlinkIssue } from './actions/connect-issue.js';
export { ImportIssues, type ImportIssuesInput } from './actions/import-issues.js';
export { AddMeasurement, EditMeasurement, ExchangeMeasurement, RemoveMeasurement } from './actions/measure-issue.js';
export { ProposeIssueChange, ProposeMeasure, ProposeResolution } from './actions/propose-issue.js';
export { ReportIssue, WithdrawIssue } from './actions/report-issue.js';
export { RADIO_STEPS, ReopenIssue, StepIssue, TakeUpIssue, type RadioStep } from './actions/step-issue.js';
export { DraftIssue, EditIssue } from './actions/write-issue.js';
export { ExchangePosition, WritePosition } from './actions/write-position.js';
export { setEscalation, type Escalation } from './actions/set-escalation.js';
export { AREAS, areaOf, areasNamed, areasSharing, sideOfArea, type Area } from './domain/areas.js';
export { allocationWarnings, type AllocationWarning } from './domain/allocations.js';
export { bandsOverlap, hertzOf, MAX_HZ, megahertzText } from './domain/frequency.js';
export type { Band } from './domain/frequency.js';
export { leadsRadio, mayDraftRadio, radioContext, REOPEN_MONTHS, type RadioFacts } from './domain/radio-context.js';
export type {
  MeasurementRow,
  MeasureRow,
  PositionRow,
  ReferenceRow,
  StationRow,
} from './domain/radio-evidence.types.js';
export type {
  BandRow,
  LinkRow,
  RadioHistoryRow,
  RadioIssueDetailRow,
  RadioIssueRow,
  RaisedRow,
} from './domain/radio-issue.types.js';
export { LIVING_STATES, radioLifecycle, radioOffers, type RadioAction } from './domain/radio.lifecycle.js';
export {
  ALLOCATIONS,
  POLARISATIONS,
  RADIO_EVENT_KINDS,
  RADIO_LEVELS,
  RADIO_SERVICES,
  RADIO_STATES,
  RADIO_TYPES,
  REFERENCE_KINDS,
  STATION_HOLDERS,
  STATION_ROLES,
} from './domain/radio.types.js';
export type {
  Allocation,
  Polarisation,
  RadioEventKind,
  RadioLevel,
  RadioService,
  RadioState,
  RadioType,
  ReferenceKind,
  StationHolder,
  StationRole,
} from './domain/radio.types.js';
export { radioTimers, TIMER_RULES, type RadioTimer, type TimerRule } from './domain/timers.js';
export { radioErrors } from './domain/radio.errors.js';
export { radioEntities } from './persistence/radio-evidence.entities.js';
export { isShared as isSharedRadioIssue, lockRadioIssue } from './persistence/radio.repository.js';
export { describeRadioIssue, knownPosition, type RadioIssueDescription } from './queries/describe-radio-issue.js';
export { readBand, type ReadBand } from './domain/read-band.js';
export { FILE_ENCODINGS, MAX_ISSUE_FILE_BYTES, type FileEncoding } from './files/read-issue-file.js';
export { previewIssueFile, type IssueFilePlan, type IssueRowPlan } from './queries/preview-import.js';
export { RadioModule } from './radio.module.js';
export { findRadioIssue } from './queries/find-radio-issue.js';
export { findOverlaps, overlapParams, overlapStatement, type OverlapAsk, type OverlapRow } from './queries/overlaps.js';
export { waitingRadioIssues, type WaitingIssue } from './queries/waiting-issues.js';
export { listRadioIssues, type RadioFilter } from './queries/radio-issues.js';
export { radioChanged, radioDrafted, radioLevelSet, radioReported } from './radio.events.js';
