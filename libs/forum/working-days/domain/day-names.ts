import {
  editText,
  historicText,
  isStale,
  LANGUAGES,
  newText,
  translateText,
  type Language,
  type LocalizedText,
  type Side,
} from '#core/kernel';
import { workingDaysErrors } from './working-days.errors.js';

/** A name as a person gives it; the language of the keeping side is needed, the others may follow later. */
export type GivenNames = { readonly [L in Language]?: string | undefined };

/** The language in which a side's Gazette prints: the source of every name. */
export const gazetteLanguage = (side: Side): Language => (side === 'kr' ? 'ko' : 'ja');

/** @throws working-days.ownNameMissing */
export function namesOf(side: Side, given: GivenNames): LocalizedText {
  const lang = gazetteLanguage(side);
  if (!given[lang]) throw workingDaysErrors.ownNameMissing({ lang });
  return historicText(given, lang);
}

/** What a person gave is seen by them, so it counts as checked against the present source; a language not given stays as it is. */
export function renamed(known: LocalizedText, given: GivenNames): LocalizedText {
  const source = given[known.source];
  const start = source ? editText(known, known.source, source) : known;
  return LANGUAGES.reduce((text, lang) => {
    const words = given[lang];
    if (!words || lang === known.source || says(text, lang, words)) return text;
    return translateText(text, lang, words, 'checked');
  }, start);
}

/** True when the text has these very words in this language, of the present revision. */
const says = (text: LocalizedText, lang: Language, words: string): boolean =>
  text[lang]?.text === words && !isStale(text, lang);

/** The decision a day rests on, in the language of the Gazette; the same words again change nothing. */
export function citationOf(side: Side, known: LocalizedText | null, words: string | undefined): LocalizedText | null {
  if (words === undefined) return known;
  if (words === '') return null;
  return known ? editText(known, known.source, words) : newText(gazetteLanguage(side), words);
}
