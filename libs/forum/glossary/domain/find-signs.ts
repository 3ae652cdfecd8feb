import type { Language } from '#core/kernel';
import { isSign, type Lexicon, type LexiconTerm } from './lexicon.js';

/** Signs such as ㎒, which most forms of search, speech and typesetting lose; domain.md 6: write MHz. Any such sign of a unit is found. */
export function findSigns(
  text: string,
  lang: Language,
  { terms }: Lexicon,
): { readonly term: LexiconTerm; readonly found: string; readonly start: number; readonly end: number }[] {
  const term = terms.find(({ words }) => words[lang].avoid.some(isSign));
  if (!term) return [];
  return [...text.matchAll(/[㎐-㎔]/gu)].map((match) => ({
    term,
    found: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
