import { spawnSync } from 'node:child_process';
import { createI18n, createTranslator, type Catalogues } from './index.js';

const catalogues: Catalogues = {
  ko: { common: { yes: '예', count: '{n, plural, other {#건}}' }, agenda: { states: { draft: '초안' } } },
  ja: { common: { yes: 'はい', count: '{n, plural, other {#件}}' }, agenda: { states: { draft: '案' } } },
  en: {
    common: {
      yes: 'Yes',
      count: '{n, plural, one {# item} other {# items}}',
      only: 'Only English',
      tag: '<b>{name}</b> & {name}',
    },
    agenda: { states: { draft: 'Draft' } },
  },
};

describe('a translator', () => {
  it('is not to be had before the catalogues are', () => {
    const early = `import('#core/i18n').then(({ createTranslator }) => createTranslator('ko'))`;
    expect(spawnSync(process.execPath, ['-e', early], { encoding: 'utf8' }).stderr).toMatch(/notCreated/u);
  });

  it('keeps its language whatever the others speak', () => {
    createI18n(catalogues, { strict: true });
    const [ko, ja, en] = [createTranslator('ko'), createTranslator('ja'), createTranslator('en')];
    expect([
      ko.t('agenda:states.draft'),
      ja.t('agenda:states.draft'),
      en.t('agenda:states.draft'),
      ko.t('agenda:states.draft'),
    ]).toEqual(['초안', '案', 'Draft', '초안']);
    expect(ko.language).toBe('ko');
  });

  it('reads ICU messages and takes common without a namespace', () => {
    createI18n(catalogues, { strict: true });
    expect(createTranslator('en').t('count', { n: 1 })).toBe('1 item');
    expect(createTranslator('en').t('common:count', { n: 1200 })).toBe('1,200 items');
    expect(createTranslator('ko').t('common:count', { n: 2 })).toBe('2건');
  });

  it('prints each value of its own, however often a message was printed before, and what came later', () => {
    const { addResourceBundle } = createI18n(catalogues, { strict: false });
    const { t } = createTranslator('en');
    for (const again of [1, 2]) {
      expect([t('common:count', { n: again }), t('common:count', { n: 7 })]).toEqual([
        `${String(again)} item${again === 1 ? '' : 's'}`,
        '7 items',
      ]);
      expect([t('common:tag', { name: '1' }), t('common:tag', { name: 'b' })]).toEqual([
        '<b>1</b> & 1',
        '<b>b</b> & b',
      ]);
    }
    expect(t('minutes:adopted')).toBe('adopted');
    addResourceBundle('en', 'minutes', { adopted: 'Adopted by both' });
    expect(t('minutes:adopted')).toBe('Adopted by both');
  });

  it('leaves markup and values as they are: escaping belongs to what prints', () => {
    createI18n(catalogues, { strict: true });
    expect(createTranslator('en').t('common:tag', { name: '<i>{x}</i>' })).toBe('<b><i>{x}</i></b> & <i>{x}</i>');
  });

  it('throws in development for a missing key, a group of keys or a missing value', () => {
    createI18n(catalogues, { strict: true });
    const { t } = createTranslator('ja');
    const refused = (key: string, why: string): void => {
      const cause: unknown = expect.objectContaining({ message: why });
      expect(() => t(key)).toThrow(expect.objectContaining({ message: `i18n.cannotPrint ja ${key}`, cause }) as Error);
    };
    refused('common:only', 'i18n.missingKey');
    refused('nowhere:at.all', 'i18n.missingKey');
    refused('agenda:states', 'i18n.missingKey');
    refused('common:count', 'i18n.brokenMessage');
  });

  it('falls back to English and then to the key in production', () => {
    createI18n(catalogues, { strict: false });
    const { t } = createTranslator('ja');
    expect(t('common:only')).toBe('Only English');
    expect(t('common:absent.key')).toBe('absent.key');
    expect(t('agenda:states')).toBe('states');
  });

  it('leaves a gap in production where a value is missing', () => {
    createI18n(catalogues, { strict: false });
    expect(createTranslator('en').t('common:count')).toBe('…');
    expect(createTranslator('en').t('common:tag')).toBe('<b>…</b> & …');
  });

  it('knows which keys its own language has', () => {
    createI18n(catalogues, { strict: false });
    expect([createTranslator('ja').has('common:yes'), createTranslator('ja').has('common:only')]).toEqual([
      true,
      false,
    ]);
  });

  it('does not share its catalogues with the caller', () => {
    const own = structuredClone(catalogues);
    createI18n(own, { strict: true });
    expect(own).toEqual(catalogues);
  });
});
