import { errorCodes } from '#core/kernel';
import {
  type CatalogueLanguage,
  type MessagesByLanguage,
  argumentFaults,
  keyUse,
  messagesOf,
  missingKeys,
  unknownKeys,
  unsortedKeys,
  unusedKeys,
} from './support/catalogues.js';
import { type SourceFile, isTest, readTree, repositoryRoot } from './support/source-tree.js';

/** Beginnings of keys that data choose, so that no code spells them. Each with its reason. */
const chosenByData = [
  // The agreed glossary: every term stays, whether a screen prints it today or not.
  'terms:',
];

const files = readTree(['libs', 'apps', 'scripts']);
const messages = messagesOf(files);
const namespaces = new Set([...messages.en.keys()].map((key) => key.slice(0, key.indexOf(':'))));
const source = files.filter((file) => !isTest(file.path));
const use = keyUse(source, namespaces);

/** Loads every module of the libraries and the server that declares errors, so that the registry is complete. */
async function declaredErrors(): Promise<string[]> {
  for (const file of source) {
    if (/^(libs|apps\/(api|worker))\/.*\.ts$/.test(file.path) && /\bdefineErrors\(/.test(file.text)) {
      await import(`${repositoryRoot}/${file.path}`);
    }
  }
  // Tests that share this process declare theirs as errors of `example`.
  return errorCodes().filter((code) => !code.startsWith('example.'));
}
const declared = await declaredErrors();

describe('catalogues', () => {
  it('hold messages in three languages', () => {
    expect(messages.ko.size).toBeGreaterThan(100);
    expect(declared.length).toBeGreaterThan(10);
  });

  it('have every key in every language', () => {
    expect(missingKeys(messages)).toEqual([]);
  });

  it('have sorted keys', () => {
    expect(unsortedKeys(files)).toEqual([]);
  });

  it('take the same arguments in every language and are well-formed ICU', () => {
    expect(argumentFaults(messages)).toEqual([]);
  });

  it('have no key that no code names', () => {
    expect(unusedKeys(messages, use, declared, chosenByData)).toEqual([]);
  });

  it('have every key and every error code that the code names', () => {
    expect(unknownKeys(messages, use, declared)).toEqual([]);
  });
});

describe('the checks themselves', () => {
  const file = (path: string, text: string): SourceFile => ({ path, text });
  const only = (texts: Partial<Record<CatalogueLanguage, Record<string, string>>>): MessagesByLanguage => ({
    ko: new Map(Object.entries(texts.ko ?? {})),
    ja: new Map(Object.entries(texts.ja ?? {})),
    en: new Map(Object.entries(texts.en ?? {})),
  });
  const catalogue = (text: string): SourceFile => file('libs/core/i18n/locales/ja/agenda.json', text);

  it('see a key that one language lacks', () => {
    expect(missingKeys(only({ ko: { 'a:x': '가' }, en: { 'a:x': 'x' } }))).toEqual(['ja lacks a:x']);
  });

  it('see keys out of order, at any depth', () => {
    expect(unsortedKeys([catalogue('{"errors": {"b": "", "a": ""}}')])).toHaveLength(1);
    expect(unsortedKeys([catalogue('{"errors": {"a": "", "b": ""}, "actions": {}}')])).toHaveLength(1);
    expect(unsortedKeys([catalogue('{"actions": {}, "errors": {"a": "", "b": ""}}')])).toHaveLength(0);
  });

  it('see an argument that one language does not take, an empty message and a broken one', () => {
    expect(
      argumentFaults(
        only({ ko: { 'a:x': '{count}건' }, ja: { 'a:x': '{count}件' }, en: { 'a:x': '{cuont} of them' } }),
      ),
    ).toHaveLength(1);
    expect(argumentFaults(only({ ko: { 'a:x': '' }, ja: { 'a:x': 'x' }, en: { 'a:x': 'x' } }))).toHaveLength(1);
    expect(argumentFaults(only({ ko: { 'a:x': '{count' }, ja: { 'a:x': 'x' }, en: { 'a:x': 'x' } }))).toHaveLength(1);
    const plural = '{count, plural, one {# of {all}} other {# of {all}}}';
    expect(
      argumentFaults(only({ ko: { 'a:x': '{all}/{count}' }, ja: { 'a:x': '{all}/{count}' }, en: { 'a:x': plural } })),
    ).toEqual([]);
  });

  it('see a key that no code names, and one that the code names in vain', () => {
    const code = file('apps/web/src/a.tsx', "t('a:used'); t(`a:states.${state}`); const job = 'a.deliver';");
    const found = keyUse([code], new Set(['a']));
    const all = only({ en: { 'a:used': '', 'a:idle': '', 'a:states.open': '', 'a:errors.gone': '' } });
    expect(unusedKeys(all, found, ['a.gone'], [])).toEqual(['a:idle']);
    expect(unusedKeys(all, found, ['a.gone'], ['a:id'])).toEqual([]);
    expect(unknownKeys(all, found, ['a.gone', 'a.full'])).toEqual(['a:errors.full']);
    expect(unknownKeys(all, keyUse([file('a.ts', "t('a:nowhere')")], new Set(['a'])), [])).toEqual(['a:nowhere']);
  });
});
