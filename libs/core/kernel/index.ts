export {
  AUDIENCES,
  DATABASE_ROLES,
  isAudience,
  isLanguage,
  isRole,
  isSide,
  LANGUAGES,
  otherSide,
  ROLES,
  SIDES,
  type Actor,
  type Audience,
  type DatabaseRole,
  type Language,
  type Role,
  type Side,
} from './vocabulary.js';
export {
  defineErrors,
  DomainError,
  errorCodes,
  errorOf,
  errorStatus,
  messageKey,
  type ErrorFactory,
  type ErrorParams,
  type ErrorStatus,
  type FieldFault,
} from './domain-error.js';
export { commonErrors } from './common-errors.js';
export {
  defineLifecycle,
  type Allowed,
  type Lifecycle,
  type LifecycleContext,
  type LifecycleTable,
  type Refusal,
  type Transition,
} from './lifecycle.js';
export { changedText, givenText, type GivenTexts } from './given-text.js';
export { isId, newId } from './ids.js';
export { fixedClock, type Clock } from './clock.js';
export {
  confirmNoChange,
  editText,
  historicText,
  isLocalizedText,
  isStale,
  newText,
  readAllTexts,
  readText,
  textAsShared,
  textGaps,
  translateText,
  type LocalizedText,
  type TextGap,
  type TextView,
  type Translation,
  type TranslationStatus,
} from './localized-text.js';
export { cleanCode, cleanText, textFault, textLength, type TextRules } from './clean-text.js';
export {
  pair,
  partyName,
  renderTokens,
  sideOrder,
  trilateral,
  type CopyOptions,
  type PairForm,
  type PairOptions,
  type TrilateralParty,
  type Viewer,
} from './alternat.js';
export { canonicalJson } from './canonical-json.js';
export { wordDiff, wordMarkKinds, type WordMark } from './word-diff.js';
