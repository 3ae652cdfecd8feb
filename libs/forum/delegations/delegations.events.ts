import type { Side } from '#core/kernel';
import { defineEvent } from '#platform/database';

type DelegationEvent = { sessionId: string; side: Side; version: number };

export const delegationSubmitted = defineEvent<DelegationEvent>('delegation.submitted');
export const delegationAccepted = defineEvent<DelegationEvent>('delegation.accepted');
/** A submitted list was changed within the last ten days before the session: the other side is told (domain.md 3.4). */
export const delegationChanged = defineEvent<DelegationEvent>('delegation.changed');
export const interpretationConfirmed = defineEvent<{ sessionId: string; version: number }>('interpretation.confirmed');
