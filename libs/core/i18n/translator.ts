import type { Language } from '#core/kernel';
import { createInstance, type i18n, type InitOptions, type Module } from 'i18next';
import ICU from 'i18next-icu';

/** One file: nested objects whose leaves are ICU messages. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/** All catalogues by language and namespace, as `locales/<language>/<namespace>.json`. */
export type Catalogues = { readonly [L in Language]: { readonly [namespace: string]: Catalogue } };

export type MessageParams = Readonly<Record<string, string | number>>;

/** `t('agenda:errors.bracketsOpen', { count: 2 })`: text in the translator's language. */
export type Translate = (key: string, params?: MessageParams) => string;

/** A translator knows its language and can never change it (pitfalls.md 38). */
export interface Translator {
  readonly language: Language;
  readonly t: Translate;
  /** True when this language itself has the key. */
  has(key: string): boolean;
}

export interface I18nOptions {
  /** Development and tests: a missing key, a missing parameter or a broken message throws. Otherwise: English, then the key. */
  readonly strict: boolean;
  /** Language of the instance itself; only a browser, which has one reader, has a use for it. */
  readonly language?: Language;
  /** i18next plug-ins, as react-i18next's in the browser. */
  readonly modules?: readonly Module[];
}

/** Messages that a translator remembers as printed: a list says the same few dozen with the same values over and over. */
const MOST_PRINTED = 2_000;
/** Letters of key and values at most: whole texts are not said twice. */
const LONGEST_PRINTED = 300;

let current: i18n | undefined;
/** Of the current instance: one for each language serves every reader of it. */
const made = new Map<Language, Translator>();

/** Makes the one instance of this process; a second call replaces it. Synchronous: the catalogues are at hand. */
export function createI18n(catalogues: Catalogues, options: I18nOptions): i18n {
  const { strict, language = 'en', modules = [] } = options;
  const instance = createInstance();
  instance.use(new ICU({ parseErrorHandler: (error, key, message) => broken(error, key, message, strict) }));
  for (const module of modules) instance.use(module);
  const settings: InitOptions = {
    lng: language,
    fallbackLng: strict ? false : 'en',
    supportedLngs: ['ko', 'ja', 'en'],
    ns: [...new Set(Object.values(catalogues).flatMap((namespaces) => Object.keys(namespaces)))],
    defaultNS: 'common',
    resources: structuredClone(catalogues),
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    // In a browser, where a second file of texts may come later: what is shown already is shown again with them.
    react: { bindI18nStore: 'added' },
    returnedObjectHandler: (key) => missing(key, strict),
    parseMissingKeyHandler: (key) => missing(key, strict),
  };
  void instance.init(settings);
  current = instance;
  made.clear();
  return instance;
}

/** A translator of the process's instance. Throws a TypeError before `createI18n`. */
export function createTranslator(language: Language): Translator {
  if (!current) throw new TypeError('i18n.notCreated');
  const known = made.get(language);
  if (known) return known;
  const instance = current;
  const fixed = instance.getFixedT(language);
  const printed = new Map<string, string>();
  // Texts that come later may say what was only a key until then.
  instance.store.on('added', () => printed.clear());
  const translator: Translator = {
    language,
    t: (key, params) => {
      const asked = params ? `${key} ${JSON.stringify(params)}` : key;
      const before = printed.get(asked);
      if (before !== undefined) return before;
      try {
        const text = fixed(key, params ? { ...params } : {});
        if (printed.size >= MOST_PRINTED) printed.clear();
        if (asked.length <= LONGEST_PRINTED) printed.set(asked, text);
        return text;
      } catch (cause) {
        throw new TypeError(`i18n.cannotPrint ${language} ${key}`, { cause });
      }
    },
    has: (key) => instance.exists(key, { lng: language, fallbackLng: [] }),
  };
  made.set(language, translator);
  return translator;
}

function missing(key: string, strict: boolean): string {
  if (strict) throw new TypeError('i18n.missingKey');
  return key;
}

/** A message that cannot be printed, above all for want of a value; a group of keys arrives here too, as an object. */
function broken(error: Error, key: string, message: unknown, strict: boolean): string {
  if (typeof message !== 'string') return missing(key, strict);
  if (strict) throw new TypeError('i18n.brokenMessage', { cause: error });
  return withoutValues(message);
}

/** `Use {max, plural, …} at most.` -> `Use … at most.`: readable at least. */
function withoutValues(message: string): string {
  let depth = 0;
  let text = '';
  for (const letter of message) {
    if (letter === '{' && depth++ === 0) text += '…';
    else if (letter === '}') depth -= 1;
    else if (depth === 0) text += letter;
  }
  return text;
}
