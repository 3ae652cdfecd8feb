import { isLanguage, type Language } from '#core/kernel';
import { useTranslation } from 'react-i18next';

const CHOSEN = 'forum-desk.language';

/** Names of the languages in their own scripts; they are the same on every page. */
export const LANGUAGE_NAMES: Record<Language, string> = { ko: '한국어', ja: '日本語', en: 'English' };

/** The language of the page. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'en';
}

/** What this reader chose with the switch in this browser, if anything. */
export function chosenLanguage(): Language | null {
  const asked = new URLSearchParams(window.location.search).get('lang');
  if (isLanguage(asked)) return asked;
  const kept = window.localStorage.getItem(CHOSEN);
  return isLanguage(kept) ? kept : null;
}

export const keepLanguage = (lang: Language): void => {
  window.localStorage.setItem(CHOSEN, lang);
};

/** The first language to show, before anyone has signed in: chosen, else the browser's, else English. */
export function firstLanguage(): Language {
  const browser = window.navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => isLanguage(tag));
  return chosenLanguage() ?? (isLanguage(browser) ? browser : 'en');
}
