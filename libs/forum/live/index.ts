import { registerViolations } from '#platform/database';
import { liveErrors } from './domain/live.errors.js';
import { connectLive } from './session-hooks.js';

registerViolations({
  uq_live_speaker_waiting: liveErrors.alreadyWaiting,
});
connectLive();

export { AddNote, CaptureAction, CaptureDecision, type CapturedLine } from './actions/capture-lines.js';
export { GoToItem, StopItem, TakeBreak, type RunVersion } from './actions/conduct-run.js';
export { AskFloor, DropSpeaker, EndFloor, GiveFloor, waitingFor, type AskFloorInput } from './actions/keep-speakers.js';
export { RewordDecision, SettleDecision, type DecisionVersion } from './actions/settle-decisions.js';
export { past, readCursor, START, writeCursor, type Cursor } from './domain/cursor.js';
export { decisionContext, decisionLifecycle, decisionStates, type DecisionState } from './domain/decision.lifecycle.js';
export { liveErrors } from './domain/live.errors.js';
export {
  liveEventKinds,
  onTheFloor,
  openSegment,
  type DecisionRow,
  type LiveEventKind,
  type LiveEventRow,
  type NoteRow,
  type RunRow,
  type SpeakerRow,
} from './domain/live.types.js';
export { progressOf, type Progress, type RowProgress, type RunningRow } from './domain/progress.js';
export { runContext, runLifecycle, runOffers, runState, runStates, type RunState } from './domain/run.lifecycle.js';
export { speakerContext, speakerLifecycle, speakerStates, type SpeakerState } from './domain/speaker.lifecycle.js';
export { watchesRuns } from './domain/watching.js';
export { LIVE_CHANNEL } from './live.events.js';
export { LiveModule } from './live.module.js';
export { liveEntities } from './persistence/live.entities.js';
export { decisionsOf, notesOf } from './queries/live-decisions.js';
export { liveEventsAfter } from './queries/live-events.js';
export { runOfSession } from './queries/run-of-session.js';
