import { defineEvent } from '#platform/database';

type SessionEvent = { sessionId: string; version: number };

/** Shared with the other side for the first time; the arrangement stands beside it as a proposal. */
export const sessionProposed = defineEvent<SessionEvent>('session.proposed');
/** Both keys stand on date, place, format and level: the first time, and every time they are agreed anew. */
export const sessionDateAgreed = defineEvent<SessionEvent>('session.dateAgreed');
/** Stays without a date until a new one is agreed; all material is kept. */
export const sessionPostponed = defineEvent<SessionEvent>('session.postponed');
export const sessionCancelled = defineEvent<SessionEvent>('session.cancelled');
/** The level was changed with two keys; the other side looks at the rank of its head again. */
export const sessionLevelChanged = defineEvent<SessionEvent>('session.levelChanged');
/** Programme, embargo, cost split or title data changed, none of which needs a key. */
export const sessionChanged = defineEvent<SessionEvent>('session.changed');
export const sessionClosed = defineEvent<SessionEvent>('session.closed');
export const preparingStarted = defineEvent<SessionEvent>('session.preparingStarted');
export const sessionReady = defineEvent<SessionEvent>('session.ready');
export const sessionOpened = defineEvent<SessionEvent>('session.opened');
export const sessionHeld = defineEvent<SessionEvent>('session.held');
