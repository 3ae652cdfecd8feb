import { createI18n, type Catalogue } from '#core/i18n';
import { LANGUAGES, type Language } from '#core/kernel';
import type { i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, keepLanguage } from './language.js';

/** The catalogues that server and screens share, one lazily loaded file per language; mail texts stay on the server. */
const FILES = import.meta.glob<Catalogue>(
  ['../../../../../libs/core/i18n/locales/*/*.json', '!../../../../../libs/core/i18n/locales/*/mail.json'],
  { import: 'default' },
);

async function load(lang: Language): Promise<Record<string, Catalogue>> {
  const ours = Object.entries(FILES).filter(([path]) => path.includes(`/locales/${lang}/`));
  const texts = await Promise.all(
    ours.map(async ([path, read]) => [path.replace(/^.*\/([^/]+)\.json$/u, '$1'), await read()] as const),
  );
  return Object.fromEntries(texts);
}

let texts: i18n | undefined;
const loaded = new Set<Language>();

const mark = (lang: Language): void => {
  document.documentElement.lang = lang;
};

/** Starts with the reader's language loaded whole, so that no page ever shows a key. */
export async function startTexts(): Promise<void> {
  const language = firstLanguage();
  const empty = Object.fromEntries(LANGUAGES.map((lang) => [lang, {}])) as Record<Language, Record<string, Catalogue>>;
  texts = createI18n(
    { ...empty, [language]: await load(language) },
    { strict: false, language, modules: [initReactI18next] },
  );
  loaded.add(language);
  mark(language);
}

/** Changes the language of the page; the place, the forms and what is typed stay as they are. */
export async function switchLanguage(lang: Language, keep = true): Promise<void> {
  if (!texts) return;
  if (!loaded.has(lang)) {
    for (const [namespace, catalogue] of Object.entries(await load(lang)))
      texts.addResourceBundle(lang, namespace, catalogue);
    loaded.add(lang);
  }
  await texts.changeLanguage(lang);
  if (keep) keepLanguage(lang);
  mark(lang);
}
