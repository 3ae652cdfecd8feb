import type { Language } from '#core/kernel';
import { fold, type Folded } from './fold.js';
import { isEnding } from './korean-endings.js';
import type { Form, FormIndex } from './lexicon.js';

/** A form found in a text; offsets are those of the text as written, in UTF-16 code units. */
export interface Found {
  readonly form: Form;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds forms in one pass, the longest first, none inside another. A form counts only where it is a word of its own: in Korean with its
 * particles, in Japanese without a letter of the same script beside it, in English between word boundaries, plural or not.
 */
export function findForms(text: string, lang: Language, index: FormIndex): Found[] {
  const folded = fold(text, lang);
  const found: Found[] = [];
  let free = 0;
  for (let at = 0; at < folded.text.length; at += 1) {
    if (at < free) continue;
    const form = matchAt(folded, at, lang, index, at === free && at > 0);
    if (!form) continue;
    const end = at + form.text.length + pluralAt(folded.text, at + form.text.length, lang);
    found.push({ form, start: folded.starts[at] ?? 0, end: folded.ends[end - 1] ?? text.length });
    free = end;
  }
  return found;
}

/** Length of a plural ending that belongs to the word. */
const pluralAt = (text: string, end: number, lang: Language): number =>
  lang === 'en' ? (/^e?s(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 3))?.[0].length ?? 0) : 0;

/** @param chained whether another form ends right before, so that this one need not begin a word */
function matchAt(folded: Folded, at: number, lang: Language, index: FormIndex, chained: boolean): Form | undefined {
  const forms = index.get(folded.text[at] ?? '');
  return forms?.find((form) => {
    if (!folded.text.startsWith(form.text, at)) return false;
    const end = at + form.text.length;
    if (form.capitals && !isCapital(folded, at, end)) return false;
    return (chained || beginsWord(folded, at, lang, form)) && endsWord(folded, end, lang, form, index);
  });
}

function isCapital({ text, capitals }: Folded, at: number, end: number): boolean {
  for (let i = at; i < end; i += 1) if (/\p{L}/u.test(text[i] ?? '') && capitals[i] !== true) return false;
  return true;
}

const isHangul = (letter: string | undefined): boolean => letter !== undefined && /\p{Script=Hangul}/u.test(letter);
const isLatin = (letter: string | undefined): boolean => letter !== undefined && /[\p{Script=Latin}\d]/u.test(letter);

function beginsWord({ text, breaks }: Folded, at: number, lang: Language, form: Form): boolean {
  if (at === 0) return true;
  const [before, first] = [text[at - 1], text[at]];
  if (isLatin(first)) return !isLatin(before) || (lang !== 'ja' && breaks[at] === true);
  if (lang === 'ko') return breaks[at] === true || !isHangul(before) || !isHangul(first);
  if (lang === 'en') return before === ' ' || !/[\p{L}\p{N}]/u.test(before ?? '');
  return standsAlone(before, first, form, BEFORE);
}

function endsWord(folded: Folded, end: number, lang: Language, form: Form, index: FormIndex): boolean {
  const { text, breaks } = folded;
  const [last, after] = [text[end - 1], text[end]];
  if (after === undefined) return true;
  if (isLatin(last)) {
    if (lang === 'en') return isEnglishEnd(text, end, form);
    return !isLatin(after) || (lang === 'ko' && breaks[end] === true);
  }
  if (lang === 'en') return isEnglishEnd(text, end, form);
  if (lang === 'ja')
    return standsAlone(after, last, form, AFTER) || matchAt(folded, end, lang, index, true) !== undefined;
  return breaks[end] === true || !isHangul(after) || endsKorean(folded, end, form, index);
}

/** Long names are themselves whatever follows (과학기술정보통신부장관). */
const LONG_HANGUL = 5;

function endsKorean(folded: Folded, end: number, form: Form, index: FormIndex): boolean {
  let wordEnd = end;
  while (wordEnd < folded.text.length && !folded.breaks[wordEnd] && isHangul(folded.text[wordEnd])) wordEnd += 1;
  if (isEnding(folded.text.slice(end, wordEnd)) || form.text.length >= LONG_HANGUL) return true;
  return matchAt(folded, end, 'ko', index, true) !== undefined;
}

const isEnglishEnd = (text: string, end: number, form: Form): boolean =>
  /^(?:e?s)?(?![\p{L}\p{N}])/u.test(text.slice(end, end + 3)) && (!form.capitals || text[end] !== 'e');

/** Letters that may stand before or after a word of kanji and leave it what it is. */
const BEFORE = /[両各同新旧前現元全当第次]/u;
const AFTER = /[等的側間内外上中時後前案者用別表等毎化向国会]/u;
/** So many kanji are a word wherever they stand. */
const LONG_KANJI = 4;

function standsAlone(beside: string | undefined, letter: string | undefined, form: Form, allowed: RegExp): boolean {
  if (beside === undefined || letter === undefined) return true;
  const script = scriptOf(letter);
  if (script === 'other' || scriptOf(beside) !== script) return true;
  if (script === 'katakana') return false;
  return allowed.test(beside) || form.text.replace(/\P{Script=Han}/gu, '').length >= LONG_KANJI;
}

function scriptOf(letter: string): 'kanji' | 'katakana' | 'other' {
  if (/[\p{Script=Han}々]/u.test(letter)) return 'kanji';
  return /[ァ-ヺー]/u.test(letter) ? 'katakana' : 'other';
}
