import type { Language } from '#core/kernel';

/** A text made comparable, with the way back to what was written. Offsets are UTF-16 code units. */
export interface Folded {
  readonly text: string;
  /** Where in the original each code unit of `text` begins and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** True where a space or a sign stood before the letter, or nothing at all. */
  readonly breaks: readonly boolean[];
  /** Whether the letter is a capital one, for abbreviations. */
  readonly capitals: readonly boolean[];
}

/** A letter with its marks, half-width voice marks and loose jamo among them, so that none is folded apart from the other. */
const CLUSTER = /[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|[^][\p{M}\uff9e\uff9f]*/gu;
/** Dots that join words in one orthography and not in another: 한·일, アジア・太平洋. */
const DOTS = /^[·ㆍ‧・･•]$/u;
const SPACE = /^\s+$/u;
const LETTER = /[\p{L}\p{N}]/u;
const DASH = /^[-‐‑‒–—―]$/u;

/**
 * Width, case, composition, spacing and dots out of the way: Korean is spaced in more than one right way (주파수 대역, 주파수대역), Japanese
 * not at all, English in one. Hyphens are spaces in English.
 */
export function fold(text: string, lang: Language): Folded {
  const out: { letter: string; start: number; end: number; before: boolean; capital: boolean }[] = [];
  let before = true;
  for (const match of text.matchAll(CLUSTER)) {
    const cluster = match[0];
    const plain = cluster.normalize('NFKC');
    const gap = SPACE.test(plain) || DOTS.test(plain) || (lang === 'en' && DASH.test(plain));
    if (gap) {
      before = true;
      const space = lang === 'en' && out.length > 0 && out.at(-1)?.letter !== ' ';
      if (space) out.push({ letter: ' ', start: match.index, end: match.index + 1, before: false, capital: false });
      continue;
    }
    const lower = plain.toLowerCase();
    for (const letter of lower.split(''))
      out.push({
        letter,
        start: match.index,
        end: match.index + cluster.length,
        before,
        capital: lower !== plain,
      });
    before = !LETTER.test(plain);
  }
  return {
    text: out.map(({ letter }) => letter).join(''),
    starts: out.map(({ start }) => start),
    ends: out.map(({ end }) => end),
    breaks: out.map((one) => one.before),
    capitals: out.map(({ capital }) => capital),
  };
}

/** As `fold`, for a form of a term: only its letters. */
export const foldForm = (form: string, lang: Language): string => fold(form, lang).text.trim();

const KATAKANA = /[ァ-ヶ]/gu;

/** What is searched, and what is searched for: folded further, so that neither kana, spaces nor signs keep a term from being found. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(KATAKANA, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[\s·ㆍ‧・･•\-‐‑‒–—―_.,()「」『』"'’]/gu, '');
}
