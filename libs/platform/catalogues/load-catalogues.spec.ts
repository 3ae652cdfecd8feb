import { createTranslator } from '#core/i18n';
import { errorCodes, LANGUAGES, messageKey } from '#core/kernel';
import { installCatalogues, loadCatalogues } from './index.js';

interface Tree {
  readonly [key: string]: string | Tree;
}

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );

const SHARED = ['common', 'terms'];
const sample = { n: 2, max: 3, min: 1, seconds: 4, lang: 'ja', of: 3, revision: 5, level: 'x', allowed: 'a, b' };

describe('the catalogues', () => {
  const catalogues = loadCatalogues();

  it('are found from the package root', () => {
    for (const lang of LANGUAGES) expect(Object.keys(catalogues[lang])).toEqual(expect.arrayContaining(SHARED));
  });

  it.each(SHARED)('have the same sorted keys in all three languages: %s', (namespace) => {
    const keys = LANGUAGES.map((lang) => leaves(catalogues[lang][namespace] ?? {}).map(([key]) => key));
    expect(keys[1]).toEqual(keys[0]);
    expect(keys[2]).toEqual(keys[0]);
    for (const lang of LANGUAGES) {
      for (const group of Object.values(catalogues[lang][namespace] ?? {})) {
        expect(Object.keys(group)).toEqual(Object.keys(group).sort());
      }
    }
  });

  it.each(SHARED)('are messages that can be printed, with the same values in each: %s', (namespace) => {
    installCatalogues({ strict: true });
    // Every value is given in `sample`, so a word in a branch of a message is not taken for one.
    const values = (message: string): Set<string> =>
      new Set(Object.keys(sample).filter((name) => new RegExp(`\\{${name}[,}]`, 'u').test(message)));
    const english = new Map(leaves(catalogues.en[namespace] ?? {}));
    for (const lang of LANGUAGES) {
      const { t } = createTranslator(lang);
      for (const [key, message] of leaves(catalogues[lang][namespace] ?? {})) {
        expect(t(`${namespace}:${key}`, sample)).toMatch(/\S/u);
        expect([key, values(message)]).toEqual([key, values(english.get(key) ?? '')]);
      }
    }
  });

  it('have a text for every common error, in every language, and no text without an error', () => {
    const codes = errorCodes().filter((code) => code.startsWith('common.'));
    for (const lang of LANGUAGES) {
      const { has } = createTranslator(lang);
      expect(codes.filter((code) => !has(messageKey(code)))).toEqual([]);
    }
    const texts = leaves((catalogues.en.common?.errors ?? {}) as Tree).map(([key]) => `common.${key}`);
    expect(texts.filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('write the pair of countries nowhere in the shared words: only the alternat does', () => {
    for (const lang of LANGUAGES) {
      for (const namespace of SHARED) {
        for (const [, message] of leaves(catalogues[lang][namespace] ?? {})) {
          expect(message).not.toMatch(/한·일|한일|일한|日韓|韓日|Korea–Japan|Japan–Korea|ROK–Japan|Japan–ROK/u);
        }
      }
    }
  });
});
