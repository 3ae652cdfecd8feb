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
