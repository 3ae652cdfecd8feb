import type { Language } from '#core/kernel';
import { fold, foldForm } from './fold.js';

/**
 * Whether a text says a form somewhere, generously: a warning that is wrong costs more trust than one that is missing. Korean and
 * Japanese without spaces and dots, Japanese also in another okurigana (取決め, 取り決め), English by the stems of its words in any order.
 */
export function saysForm(text: string, form: string, lang: Language): boolean {
  const [whole, part] = [fold(text, lang).text, foldForm(form, lang)];
  if (part === '' || whole.includes(part)) return true;
  if (lang === 'ja') {
    const skeleton = part.replace(HIRAGANA, '');
    return skeleton !== part && skeleton.length > 1 && whole.replace(HIRAGANA, '').includes(skeleton);
  }
  if (lang !== 'en') return false;
  const said = wordsOf(whole);
  return wordsOf(part).every((word) => said.some((other) => other.startsWith(stemOf(word))));
}

const HIRAGANA = /\p{Script=Hiragana}/gu;
const LITTLE = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'in', 'level', 'of', 'on', 'or', 'the', 'to', 'with']);

const wordsOf = (text: string): string[] =>
  text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !LITTLE.has(word));

/** The beginning of a word that its forms share: coordinat-ion, coordinat-ing; standardis-, standardiz-. */
const stemOf = (word: string): string =>
  word.length <= 4 ? word.replace(/s$/u, '') : word.slice(0, Math.max(4, word.length - 4));
