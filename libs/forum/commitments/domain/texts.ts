import {
  cleanText,
  commonErrors,
  LANGUAGES,
  newText,
  textGaps,
  translateText,
  type Language,
  type LocalizedText,
} from '#core/kernel';
import { isPartialDate, lastDay, partialDate, type PartialDate } from '#forum/provenance';
import { commitmentsErrors } from './commitments.errors.js';

export const NAME_MAX = 300;
export const CLAUSE_MAX = 2000;
export const QUOTE_MAX = 4000;

/** A text in the languages at hand; `lang` is the one it was written in. */
export interface TextsInput {
  readonly lang: Language;
  readonly texts: { readonly [L in Language]?: string | undefined };
}

/**
 * One value, source language first. Translations of a secretariat count as checked, others as drafts (domain.md 2).
 * @throws common.required, common.badText, common.tooLong
 */
export function textOf({ lang, texts }: TextsInput, max: number, checked: boolean): LocalizedText {
  const source = newText(lang, cleanText(texts[lang] ?? '', { max, multiline: true }));
  return LANGUAGES.reduce((text, other) => {
    const given = cleanText(texts[other] ?? '', { max, multiline: true, optional: true });
    return other === lang || given === '' ? text : translateText(text, other, given, checked ? 'checked' : 'draft');
  }, source);
}

/** How many languages of these texts are missing, old or not seen by a person. */
export function countGaps(texts: readonly (LocalizedText | null)[]): number {
  return texts.reduce((sum, text) => sum + (text ? textGaps(text).length : 0), 0);
}

/** A year, a month or a day, and the last day it can mean. */
export interface DueDate extends PartialDate {
  readonly on: string;
}

/** @throws commitments.dateBad */
export function dateOf(value: string, path: string): DueDate {
  if (!isPartialDate(value)) throw commitmentsErrors.dateBad({}, [{ path, code: commitmentsErrors.dateBad.code }]);
  return { ...partialDate(value), on: lastDay(value) };
}

/** The original words of a clause, kept letter by letter but for their line ends. @throws commitments.quoteIncomplete */
export function quoteOf(
  text: string | undefined,
  lang: Language | undefined,
): { readonly text: string; readonly lang: Language } | null {
  const clean = cleanText(text ?? '', { max: QUOTE_MAX, multiline: true, optional: true });
  if (clean === '' && lang === undefined) return null;
  if (clean === '' || lang === undefined) throw commitmentsErrors.quoteIncomplete();
  return { text: clean, lang };
}

/** @throws common.required for a list of nothing to change */
export function assertSomething(input: object): void {
  if (Object.values(input).every((value) => value === undefined)) throw commonErrors.required();
}
