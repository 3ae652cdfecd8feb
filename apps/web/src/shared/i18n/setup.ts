import { createI18n, type Catalogue } from '#core/i18n';
import { isLanguage, LANGUAGES, type Language } from '#core/kernel';
import type { i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, keepLanguage } from './language.js';

type Texts = Record<string, Catalogue>;
type Part = 'first' | 'more';

/** What the first page says, and all the rest: a file each, which comes when it is asked for. */
const FILES: Record<Language, Record<Part, () => Promise<{ default: Texts }>>> = {
  ko: { first: () => import('virtual:texts/ko/first'), more: () => import('virtual:texts/ko/more') },
  ja: { first: () => import('virtual:texts/ja/first'), more: () => import('virtual:texts/ja/more') },
  en: { first: () => import('virtual:texts/en/first'), more: () => import('virtual:texts/en/more') },
};

const load = async (lang: Language, part: Part): Promise<Texts> => (await FILES[lang][part]()).default;

let texts: i18n | undefined;
let begin = (): void => undefined;
/** The router asks for its first page before the language is known; that page waits for it too. */
const started = new Promise<void>((done) => {
  begin = done;
});
const loaded = new Set<Language>();
const complete = new Map<Language, Promise<void>>();

const mark = (lang: Language): void => {
  document.documentElement.lang = lang;
};

function add(lang: Language, catalogues: Texts): void {
  for (const [namespace, catalogue] of Object.entries(catalogues)) texts?.addResourceBundle(lang, namespace, catalogue);
}

/** Starts with what the first page says in the reader's language, so that no page ever shows a key. */
export async function startTexts(): Promise<void> {
  const language = firstLanguage();
  const empty = Object.fromEntries(LANGUAGES.map((lang) => [lang, {}])) as Record<Language, Texts>;
  texts = createI18n(
    { ...empty, [language]: await load(language, 'first') },
    { strict: false, language, modules: [initReactI18next] },
  );
  loaded.add(language);
  mark(language);
  begin();
}

/** Settles when every text of the page's language is at hand; any page but the first waits for it. */
export async function allTexts(lang?: string): Promise<void> {
  await started;
  return textsOf(lang ?? texts?.language);
}

function textsOf(lang: string | undefined): Promise<void> {
  if (!isLanguage(lang)) return Promise.resolve();
  const coming =
    complete.get(lang) ??
    load(lang, 'more').then((catalogues) => {
      add(lang, catalogues);
    });
  complete.set(lang, coming);
  coming.catch(() => complete.delete(lang));
  return coming;
}

/** Changes the language of the page; the place, the forms and what is typed stay as they are. */
export async function switchLanguage(lang: Language, keep = true): Promise<void> {
  if (!texts) return;
  if (!loaded.has(lang)) {
    add(lang, await load(lang, 'first'));
    loaded.add(lang);
  }
  if (complete.size > 0) await allTexts(lang);
  await texts.changeLanguage(lang);
  if (keep) keepLanguage(lang);
  mark(lang);
}
