import type { Language } from '#core/kernel';

/** First level as each country numbers items (domain.md 6): `1.` in Korean and English, `1` in Japanese. */
export const itemNumber = (n: number, lang: Language): string => (lang === 'ja' ? String(n) : `${n}.`);

/** Second level, from 1: `가.` in Korean (거 comes after 하), `(1)` in Japanese, `(a)` in English. */
export function subNumber(n: number, lang: Language): string {
  if (lang === 'ja') return `(${n})`;
  return lang === 'ko' ? `${syllable(n)}.` : `(${letters(n)})`;
}

// Places of ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ among the initials and of ㅏㅓㅗㅜㅡㅣ among the vowels of Unicode's table of syllables.
const INITIALS = [0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18];
const VOWELS = [0, 4, 8, 13, 18, 20];

function syllable(n: number): string {
  const initial = INITIALS[(n - 1) % INITIALS.length] ?? 0;
  const vowel = VOWELS[Math.floor((n - 1) / INITIALS.length) % VOWELS.length] ?? 0;
  return String.fromCodePoint('가'.charCodeAt(0) + initial * 588 + vowel * 28);
}

function letters(n: number): string {
  const last = String.fromCodePoint(97 + ((n - 1) % 26));
  return n > 26 ? letters(Math.floor((n - 1) / 26)) + last : last;
}
