import { LANGUAGES, type Language, type Side } from '#core/kernel';

const HOME: Readonly<Record<Language, Side | undefined>> = { ko: 'kr', ja: 'jp', en: undefined };

/** The side whose language it is; the copy of a side has its column first, English stands last (domain.md 3.7). */
export const sideOfLanguage = (lang: Language): Side | undefined => HOME[lang];

/** Languages as columns stand before a copy orders them: the sides' own, then English. */
export const inColumns = (languages: readonly Language[]): Language[] =>
  LANGUAGES.filter((lang) => languages.includes(lang));
