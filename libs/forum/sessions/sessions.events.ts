import { defineEvent } from '#platform/database';

type SessionEvent = { sessionId: string; version: number };

export const preparingStarted = defineEvent<SessionEvent>('session.preparingStarted');
export const delegationSubmitted = defineEvent<SessionEvent>('session.delegationSubmitted');
export const interpretationConfirmed = defineEvent<SessionEvent>('session.interpretationConfirmed');
export const sessionReady = defineEvent<SessionEvent>('session.ready');
export const sessionOpened = defineEvent<SessionEvent>('session.opened');
export const sessionHeld = defineEvent<SessionEvent>('session.held');
