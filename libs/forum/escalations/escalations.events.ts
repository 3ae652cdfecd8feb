import { defineEvent } from '#platform/database';
import type { LadderLevel, MatterKind } from './domain/escalation.types.js';

type Rise = { escalationId: string; matterKind: MatterKind; matterId: string };

export const escalationDrafted = defineEvent<Rise>('escalation.drafted');
export const escalationEdited = defineEvent<Rise>('escalation.edited');
/** Both sides see it; it waits for the other side's key. */
export const escalationRaised = defineEvent<Rise & { level: LadderLevel }>('escalation.raised');
/** It stands on the agenda of a session of the higher channel. */
export const escalationPlaced = defineEvent<Rise & { sessionId: string }>('escalation.placed');
export const escalationAccepted = defineEvent<Rise & { level: LadderLevel }>('escalation.accepted');
export const escalationRefused = defineEvent<Rise>('escalation.refused');
export const escalationReturned = defineEvent<Rise & { level: LadderLevel; channelId: string }>('escalation.returned');
export const escalationSettled = defineEvent<Rise>('escalation.settled');
export const escalationWithdrawn = defineEvent<Rise>('escalation.withdrawn');
