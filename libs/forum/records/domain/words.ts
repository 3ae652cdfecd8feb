import { commonErrors, isStale, LANGUAGES, type Language, type LocalizedText, type Side } from '#core/kernel';
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

/** Words that come from elsewhere, e.g. the title of an item: signs that would be brackets or tokens here become round ones. */
export function foreignWords(text: LocalizedText): LocalizedText {
  return LANGUAGES.reduce<LocalizedText>((all, lang) => {
    const words = text[lang];
    return words ? { ...all, [lang]: { ...words, text: harmless(words.text) } } : all;
  }, text);
}

function harmless(typed: string): string {
  const words = plainBrackets(typed);
  const round = bracketFault(words) ? words.replaceAll('[', '(').replaceAll(']', ')') : words;
  return unknownToken(round) === undefined ? round : round.replaceAll('{', '(').replaceAll('}', ')');
}

/**
 * A text as the other side first gets it: it counts from 1 and tells nothing of how often it was rewritten. What was stale stays so.
 */
export function asExchanged(text: LocalizedText): LocalizedText {
  const revision = LANGUAGES.some((lang) => isStale(text, lang)) ? 2 : 1;
  return LANGUAGES.reduce<LocalizedText>(
    (all, lang) => {
      const words = text[lang];
      return words ? { ...all, [lang]: { ...words, of: words.of < text.revision ? 1 : revision } } : all;
    },
    { ...text, revision },
  );
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
