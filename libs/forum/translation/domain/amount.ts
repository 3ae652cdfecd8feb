import type { Language } from '#core/kernel';

/** How a language is counted and paid for: characters of Korean and Japanese, words of English (domain.md 3.5). */
export const amountUnit = (lang: Language): 'characters' | 'words' => (lang === 'en' ? 'words' : 'characters');

/** How much text this is; spaces are not counted. */
export function amountOf(text: string, lang: Language): number {
  if (amountUnit(lang) === 'words') return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return [...text.replace(/\s/gu, '')].length;
}
