import type { Side } from '#core/kernel';
import { defineEvent } from '#platform/database';

type DelegationEvent = { sessionId: string; side: Side; version: number };
type CardEvent = { sessionId: string; memberId: string };

/** A draft was written; its side's own news. */
export const delegationDrafted = defineEvent<DelegationEvent>('delegation.drafted');
export const delegationApproved = defineEvent<DelegationEvent>('delegation.approved');
export const delegationSubmitted = defineEvent<DelegationEvent>('delegation.submitted');
export const delegationAccepted = defineEvent<DelegationEvent>('delegation.accepted');
/** A submitted list was changed after the day it was due: the other side is told (domain.md 3.4). */
export const delegationChanged = defineEvent<DelegationEvent>('delegation.changed');
/** A submitted list was changed while there was time: seen by both, told to nobody. */
export const delegationRevised = defineEvent<DelegationEvent>('delegation.revised');
/** Says that needs were written, never which: its side's own news. */
export const needsRecorded = defineEvent<CardEvent>('delegation.needsRecorded');
export const rankAsked = defineEvent<CardEvent & { rank: number }>('delegation.rankAsked');
export const rankKept = defineEvent<CardEvent>('delegation.rankKept');
export const attendanceMarked = defineEvent<CardEvent & { aboutId: string; present: boolean }>(
  'delegation.attendanceMarked',
);
export const companyListChanged = defineEvent<{ sessionId: string; side: Side }>('delegation.companyListChanged');

export const interpretationArranged = defineEvent<{ sessionId: string; version: number }>('interpretation.arranged');
export const interpretationConfirmed = defineEvent<{ sessionId: string; version: number }>('interpretation.confirmed');
export const interpretersChanged = defineEvent<{ sessionId: string; side: Side }>('interpretation.interpretersChanged');
export const paperListed = defineEvent<{ sessionId: string; paperId: string }>('interpretation.paperListed');
