import { defineEvent } from '#platform/database';
import type { Language } from '#core/kernel';
import type { ReleaseTarget } from './domain/papers.types.js';

type PaperEvent = { sessionId: string; paperId: string };
type FileEvent = PaperEvent & { fileId: string; language: Language };

export const paperAnnounced = defineEvent<PaperEvent>('paper.announced');
export const paperEdited = defineEvent<PaperEvent & { version: number }>('paper.edited');
export const paperTranslated = defineEvent<PaperEvent & { version: number; language: Language }>('paper.translated');
export const paperFileAdded = defineEvent<FileEvent>('paper.fileAdded');
/** The last change of the original changes nothing in this language version; who said so stands in the trail. */
export const paperFileKept = defineEvent<FileEvent>('paper.fileKept');
/** Somebody read a file of grade restricted (domain.md 2: every such read is logged). */
export const paperFileRead = defineEvent<FileEvent>('paper.fileRead');
export const paperReviewed = defineEvent<PaperEvent>('paper.reviewed');
export const paperReleasePlanned = defineEvent<PaperEvent & { to: ReleaseTarget; at: string }>('paper.releasePlanned');
export const paperReleaseCancelled = defineEvent<PaperEvent & { to: ReleaseTarget }>('paper.releaseCancelled');
/** Both sides see it from now on. */
export const paperReleased = defineEvent<PaperEvent>('paper.released');
/** Readers beyond both sides see it from now on. */
export const paperWidened = defineEvent<PaperEvent & { to: ReleaseTarget }>('paper.widened');
export const paperWithdrawn = defineEvent<PaperEvent>('paper.withdrawn');
