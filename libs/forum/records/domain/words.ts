import { commonErrors, LANGUAGES, type Language, type LocalizedText, type Side } from '#core/kernel';
import {
  acceptBracket,
  bracketFault,
  bracketShape,
  keepsWordsOf,
  plainBrackets,
  type BracketOwner,
} from './brackets.js';
import { unknownToken } from './record-content.js';
import { recordsErrors } from './records.errors.js';

/** Words as they are kept: brackets in one form. @throws records.bracketUntagged, records.bracketUnbalanced, records.unknownToken */
export function keptWords(typed: string): string {
  const words = plainBrackets(typed);
  const fault = bracketFault(words);
  if (fault) throw fault;
  const token = unknownToken(words);
  if (token !== undefined) throw recordsErrors.unknownToken({ token });
  return words;
}

/** Refuses a change that strikes words the other side keeps in brackets: those are followed, or stay. @throws records.otherSidesWords */
export function assertKeepsWordsOf(side: Side, before: LocalizedText, after: LocalizedText | null): void {
  for (const lang of LANGUAGES) {
    const older = before[lang]?.text;
    if (older !== undefined && !keepsWordsOf(side, older, after?.[lang]?.text ?? ''))
      throw recordsErrors.otherSidesWords();
  }
}

/**
 * A text with one side's words in place of a group of brackets, in every language that has the same brackets as the source; the others
 * are stale from then on.
 * @param at which group of the source, from 0
 */
export function accepted(text: LocalizedText, at: number, by: BracketOwner): LocalizedText {
  const source = text[text.source]?.text ?? '';
  const shape = bracketShape(source);
  const revision = text.revision + 1;
  const done = LANGUAGES.flatMap((lang) => {
    const known = text[lang];
    if (!known || (lang !== text.source && (known.of < text.revision || bracketShape(known.text) !== shape))) return [];
    return [{ lang, words: { ...known, text: filled(acceptBracket(known.text, at, by)), of: revision } }];
  });
  return done.reduce<LocalizedText>((all, { lang, words }) => ({ ...all, [lang]: words }), { ...text, revision });
}

/** The words of a text in a language, or none. */
export const wordsIn = (text: LocalizedText, lang: Language): string => text[lang]?.text ?? '';

function filled(words: string): string {
  if (words.trim() === '') throw commonErrors.required();
  return words.trim();
}
