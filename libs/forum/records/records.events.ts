import { defineEvent } from '#platform/database';
import type { Language, Side } from '#core/kernel';

type RecordEvent = { sessionId: string; recordId: string };

export const recordDrafted = defineEvent<RecordEvent>('record.drafted');
export const recordEdited = defineEvent<RecordEvent & { version: number }>('record.edited');
export const recordTranslated = defineEvent<RecordEvent & { language: Language }>('record.translated');
/** Both sides see it from now on. */
export const recordExchanged = defineEvent<RecordEvent>('record.exchanged');
export const recordWithdrawn = defineEvent<RecordEvent>('record.withdrawn');
/** A side began or ended its own clearance; nothing of its chain is told. */
export const recordInClearance = defineEvent<RecordEvent & { side: Side }>('record.inClearance');
export const recordCleared = defineEvent<RecordEvent & { side: Side }>('record.cleared');
export const recordClearanceEnded = defineEvent<RecordEvent & { side: Side }>('record.clearanceEnded');
/** A post of the own side's chain passed it on or sent it back: its side's alone. */
export const recordClearanceStepTaken = defineEvent<RecordEvent & { passed: boolean }>('record.clearanceStepTaken');
export const recordKeyTurned = defineEvent<RecordEvent & { hash: string }>('record.keyTurned');
export const recordKeyTakenBack = defineEvent<RecordEvent>('record.keyTakenBack');
/** A change cleared the keys or clearances of these sides; both secretariats are told (domain.md 3.6, 3.7). */
export const recordKeysCleared = defineEvent<RecordEvent & { sides: Side[] }>('record.keysCleared');
export const recordAgreedAdReferendum = defineEvent<RecordEvent & { hash: string }>('record.agreedAdReferendum');
/** The text is closed: both keys and both clearances stand on it. */
export const recordFinal = defineEvent<RecordEvent & { hash: string }>('record.final');
export const recordMarkedAdReferendum = defineEvent<RecordEvent>('record.markedAdReferendum');
/** Both governments confirmed what was agreed or signed ad referendum. */
export const recordConfirmed = defineEvent<RecordEvent>('record.confirmed');
export const recordSigned = defineEvent<RecordEvent & { hash: string; on: string }>('record.signed');
export const recordAdopted = defineEvent<RecordEvent & { hash: string }>('record.adopted');
export const recordReleasePlanned = defineEvent<RecordEvent & { at: string }>('record.releasePlanned');
export const recordReleaseCancelled = defineEvent<RecordEvent>('record.releaseCancelled');
/** Everybody reads it from now on, in every language. */
export const recordReleased = defineEvent<RecordEvent>('record.released');
export const recordKeptClosed = defineEvent<RecordEvent>('record.keptClosed');
export const recordArchived = defineEvent<RecordEvent>('record.archived');
export const recordRulesAgreed = defineEvent<{ channelId: string; version: number }>('record.rulesAgreed');
