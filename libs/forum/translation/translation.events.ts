import { defineEvent } from '#platform/database';

export const TRANSLATION_SUBJECT = 'translation_request';

export type TranslationChanged = { requestId: string; version: number };

export const translationRequested = defineEvent<TranslationChanged>('translation.requested');
/** Somebody else translates from now on. */
export const translationAssigned = defineEvent<TranslationChanged>('translation.assigned');
/** Another day, or another checker. */
export const translationArranged = defineEvent<TranslationChanged>('translation.arranged');
export const translationStarted = defineEvent<TranslationChanged>('translation.started');
/** Words of one text were written at the desk. */
export const translationWritten = defineEvent<TranslationChanged & { unitId: string }>('translation.written');
/** Somebody said that the last change of a source needs none in this language (domain.md 3.5). */
export const translationKept = defineEvent<TranslationChanged & { unitId: string; revision: number }>(
  'translation.keptAsIs',
);
export const translationDelivered = defineEvent<TranslationChanged>('translation.delivered');
export const translationReturned = defineEvent<TranslationChanged>('translation.returned');
export const translationChecked = defineEvent<TranslationChanged>('translation.checked');
export const translationLocked = defineEvent<TranslationChanged>('translation.locked');
/** A source changed under work that was done; also published by `forum.reopen_translations`. */
export const translationReopened = defineEvent<TranslationChanged>('translation.reopened');
export const translationCancelled = defineEvent<TranslationChanged>('translation.cancelled');
