import { registerViolations } from '#platform/database';
import { sessionsErrors } from './domain/sessions.errors.js';
import { ProgrammeItemEntity } from './persistence/programme.entities.js';
import { SessionEntity } from './persistence/sessions.entities.js';
import { connectSessionsToProposals } from './session-proposals.js';

registerViolations({
  uq_session_ordinal_kr: sessionsErrors.ordinalTaken,
  uq_session_ordinal_jp: sessionsErrors.ordinalTaken,
});
connectSessionsToProposals();

export const sessionsEntities = [SessionEntity, ProgrammeItemEntity];

export { ArrangeSession, ProposeSession } from './actions/arrange-session.js';
export { CloseSession } from './actions/close-session.js';
export { CreateSession, EditDraft } from './actions/create-session.js';
export { AddProgrammeItem, EditProgrammeItem, type ProgrammeContent } from './actions/edit-programme.js';
export { CorrectOrdinal, EditSession } from './actions/edit-session.js';
export { HoldSession } from './actions/hold-session.js';
export { MarkReady } from './actions/mark-ready.js';
export { OpenSession } from './actions/open-session.js';
export { ProposeLevel } from './actions/propose-level.js';
export { proposeNewSession, proposeTerms } from './actions/propose-terms.js';
export { StartPreparing } from './actions/start-preparing.js';
export { CancelSession, PostponeSession } from './actions/stop-session.js';
export {
  consumesTurn,
  FORMATS,
  nextHost,
  zoneOfSide,
  type Arrangement,
  type HostingTurn,
  type SessionFormat,
} from './domain/arrangement.js';
export { sessionDeadlines, sessionDueDate, type Deadline } from './domain/deadlines.js';
export { isOffLevel, lastLevelDay, RANK_TOLERANCE, rankOfLevel } from './domain/level-change.js';
export { instantsOf, isTimeZone, type LocalSpan } from './domain/local-time.js';
export { PROGRAMME_KINDS, type ProgrammeItem, type ProgrammeKind } from './domain/programme.js';
export {
  isLiving,
  sessionLifecycle,
  sessionStates,
  sessionSteps,
  type SessionAction,
  type SessionState,
  type SessionStep,
} from './domain/session.lifecycle.js';
export { isDraft, sessionContext, sessionOffers } from './domain/session-steps.js';
export { sessionTitle, type TitleParts } from './domain/session-title.js';
export type { Block, SessionFacts } from './domain/session.types.js';
export { sessionsErrors } from './domain/sessions.errors.js';
export { lockSession } from './persistence/sessions.repository.js';
export { findSessionRules } from './queries/session-rules.js';
export { SessionEntity } from './persistence/sessions.entities.js';
export { readArrangement, readTurns, type ChannelTurns } from './queries/arrangements.js';
export { listProgramme } from './queries/programme.js';
export { readSessionFacts, withBlocks } from './queries/session-facts.js';
export {
  findSession,
  listSessions,
  sessionRefAs,
  type SessionDetailRow,
  type SessionFilter,
  type SessionRef,
  type SessionRow,
} from './queries/session-rows.js';
export { openMattersOf, registerClosingCheck, registeredBlocks, registerReadinessCheck } from './readiness.js';
export { sessionArrangement, sessionLevel } from './session-proposals.js';
export {
  sessionCancelled,
  sessionChanged,
  sessionClosed,
  sessionDateAgreed,
  sessionHeld,
  sessionLevelChanged,
  sessionOpened,
  sessionPostponed,
  sessionProposed,
} from './sessions.events.js';
export { SessionsModule } from './sessions.module.js';
