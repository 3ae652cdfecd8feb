import { commonErrors } from './common-errors.js';
import { historicText, translateText, type LocalizedText } from './localized-text.js';
import { LANGUAGES, type Language } from './vocabulary.js';

/** A text as a person gives it at once: one to three languages, the source among them. */
export type GivenTexts = Readonly<Partial<Record<Language, string>>>;

/** The source as its author wrote it, the other languages as checked by whoever gives them. @throws common.required naming the field */
export function givenText(texts: GivenTexts, source: Language, path: string): LocalizedText {
  if (!texts[source]) throw commonErrors.invalid({}, [{ path: `${path}.${source}`, code: commonErrors.required.code }]);
  return historicText(texts, source);
}

/** The present text with the given languages in place; a language that is not given stays. A changed source makes the others stale. */
export function changedText(text: LocalizedText, texts: GivenTexts): LocalizedText {
  const { source } = text;
  const words = texts[source];
  const revision = text.revision + 1;
  const edited: LocalizedText =
    !words || words === text[source]?.text
      ? text
      : { ...text, revision, [source]: { text: words, of: revision, status: 'authentic' } };
  return LANGUAGES.reduce((made, lang) => {
    const given = texts[lang];
    return given && lang !== source ? translateText(made, lang, given, 'checked') : made;
  }, edited);
}
