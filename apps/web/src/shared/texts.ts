import { LANGUAGES, type Language } from '#core/kernel';
import type { TextView } from './api/types.js';

/** One language of a text; without `texts=all` only the language at hand is known. */
export const textIn = (value: TextView, lang: Language): Omit<TextView, 'all'> | undefined =>
  value.all?.[lang] ?? (value.lang === lang ? value : undefined);

/** True when the text has words of its own in `lang`, not a fallback from another language. */
export const hasText = (value: TextView, lang: Language): boolean => {
  const view = textIn(value, lang);
  return view !== undefined && view.status !== 'missing' && view.lang === lang;
};

/** The language a text was written in: the one that is authentic. */
export function sourceOf(value: TextView): Language {
  return LANGUAGES.find((lang) => value.all?.[lang].status === 'authentic' && !value.all[lang].stale) ?? value.lang;
}

/** The reader's language first, then the others in their usual order. */
export const ownFirst = (own: Language): Language[] => [own, ...LANGUAGES.filter((lang) => lang !== own)];
