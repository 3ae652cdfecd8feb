import { followSources } from './actions/follow-sources.js';

followSources();

export { AssignTranslation, type AssignTranslationInput } from './actions/assign-translation.js';
export { CheckTranslation, unitsHash, type CheckTranslationInput } from './actions/check-translation.js';
export { onSourcesMoved } from './actions/follow-sources.js';
export { ImportTranslation, type ImportTranslationInput } from './actions/import-translation.js';
export { RequestTranslation, type RequestTranslationInput } from './actions/request-translation.js';
export { REASON_MAX, ReturnTranslation, type ReturnTranslationInput } from './actions/return-translation.js';
export { SaveUnits, type SaveUnitsInput, type UnitWork } from './actions/save-units.js';
export {
  CancelTranslation,
  DeliverTranslation,
  LockTranslation,
  StartTranslation,
  type StepInput,
} from './actions/take-step.js';
export { amountOf, amountUnit } from './domain/amount.js';
export { textWarnings, warningKinds, type TextWarning, type WarningKind } from './domain/text-warnings.js';
export { importOutcomes, type ImportedUnit, type ImportOutcome } from './domain/import-plan.js';
export { isChecker, isTranslator, mayRequest, mayTranslate, translationContext } from './domain/translation-context.js';
export { translationErrors } from './domain/translation.errors.js';
export {
  translationLifecycle,
  translationOffers,
  translationStates,
  UNFINISHED,
  type TranslationState,
  type TranslationStep,
} from './domain/translation.lifecycle.js';
export {
  translationEventNames,
  unitGaps,
  type TranslationEventName,
  type TranslationRequest,
  type TranslationUnit,
  type UnitGap,
} from './domain/translation.types.js';
export type { KnownName } from './domain/name-facts.js';
export { translationEntities } from './persistence/translation.entities.js';
export { eventsOfRequest, type TranslationEventRow } from './queries/events-of-request.js';
export {
  findTranslation,
  listTranslations,
  type TranslationFilter,
  type TranslationPage,
} from './queries/list-translations.js';
export type { TranslationRow } from './queries/translation-columns.js';
export { knownNames } from './queries/known-names.js';
export { fileOfRequest, type RequestFile } from './queries/file-of-request.js';
export { unitsOfRequest, type RequestWithUnits } from './queries/units-of-request.js';
export {
  registerTranslatable,
  translatableOf,
  translatableTypes,
  type TranslatableKind,
  type TranslatableObject,
  type TranslatableText,
  type TranslationWork,
  type WriteTranslation,
} from './translatable.js';
export {
  TRANSLATION_SUBJECT,
  translationArranged,
  translationAssigned,
  translationCancelled,
  translationChecked,
  translationDelivered,
  translationKept,
  translationLocked,
  translationReopened,
  translationRequested,
  translationReturned,
  translationStarted,
  translationWritten,
} from './translation.events.js';
export { TranslationModule } from './translation.module.js';
