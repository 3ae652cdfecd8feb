export { HoldSession } from './actions/hold-session.js';
export { MarkReady } from './actions/mark-ready.js';
export { OpenSession } from './actions/open-session.js';
export { StartPreparing } from './actions/start-preparing.js';
export { sessionDeadlineRules, sessionDeadlines, type Deadline, type DeadlineOwner } from './domain/deadlines.js';
export {
  isLiving,
  sessionLifecycle,
  sessionStates,
  type SessionState,
  type SessionStep,
} from './domain/session.lifecycle.js';
export { sessionContext } from './domain/session-steps.js';
export { sessionTitle, type TitleParts } from './domain/session-title.js';
export type { SessionFacts } from './domain/session.types.js';
export { sessionsErrors } from './domain/sessions.errors.js';
export { sessionsEntities, SessionEntity } from './persistence/sessions.entities.js';
export { readSessionFacts } from './queries/session-facts.js';
export {
  findSession,
  listSessions,
  sessionRefAs,
  type SessionDetailRow,
  type SessionFilter,
  type SessionRef,
  type SessionRow,
} from './queries/session-rows.js';
export { registeredBlocks, registerReadinessCheck } from './readiness.js';
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
