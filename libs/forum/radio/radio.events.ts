import { defineEvent } from '#platform/database';
import type { Side } from '#core/kernel';
import type { RadioEventKind, RadioLevel } from './domain/radio.types.js';

type RadioEvent = { radioIssueId: string };

/** A draft was written or changed; known to its own side alone. */
export const radioDrafted = defineEvent<RadioEvent>('radio.drafted');
/** Both sides see it from now on. */
export const radioReported = defineEvent<RadioEvent & { side: Side }>('radio.reported');
/** A step, a change or an exchange of a case both sides see. */
export const radioChanged = defineEvent<RadioEvent & { kind: RadioEventKind }>('radio.changed');
export const radioWithdrawn = defineEvent<RadioEvent>('radio.withdrawn');
/** A side wrote something of its own about a case; known to it alone. */
export const radioNoted = defineEvent<RadioEvent>('radio.noted');
export const radioLevelSet = defineEvent<RadioEvent & { level: RadioLevel }>('radio.levelSet');
/** A language of a title or a position was written. */
export const radioTranslated = defineEvent<RadioEvent>('radio.translated');
/** Words of a position changed, or who sees them. */
export const radioPositionWritten = defineEvent<{ positionId: string }>('radio.positionWritten');
