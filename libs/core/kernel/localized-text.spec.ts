import fc from 'fast-check';
import {
  confirmNoChange,
  editText,
  historicText,
  isLocalizedText,
  isStale,
  LANGUAGES,
  newText,
  readAllTexts,
  readText,
  textGaps,
  translateText,
  type LocalizedText,
} from './index.js';

const written = newText('ko', '의제');
const full = translateText(translateText(written, 'ja', '議題', 'checked'), 'en', 'Agenda', 'checked');

describe('a localised text', () => {
  it('begins with its source, authentic, at revision 1', () => {
    expect(written).toEqual({ source: 'ko', revision: 1, ko: { text: '의제', of: 1, status: 'authentic' } });
  });

  it('makes the other languages stale when the source changes', () => {
    const edited = editText(full, 'ko', '안건');
    expect(edited.revision).toBe(2);
    expect(edited.ko).toEqual({ text: '안건', of: 2, status: 'authentic' });
    expect(LANGUAGES.map((lang) => isStale(edited, lang))).toEqual([false, true, true]);
    expect(edited.ja).toBe(full.ja);
  });

  it('changes nothing when the same text is written again', () => {
    expect(editText(full, 'ko', '의제')).toBe(full);
    expect(editText(full, 'ja', '議題')).toBe(full);
  });

  it('takes an edit in another language as a draft of the present revision', () => {
    const edited = editText(editText(full, 'ko', '안건'), 'ja', '案件');
    expect(edited.revision).toBe(2);
    expect(edited.ja).toEqual({ text: '案件', of: 2, status: 'draft' });
  });

  it('is current again after a translation or a word that nothing need change', () => {
    const edited = editText(full, 'ko', '안건');
    expect(isStale(translateText(edited, 'ja', '案件', 'checked'), 'ja')).toBe(false);
    const confirmed = confirmNoChange(edited, 'en');
    expect(confirmed.en).toEqual({ text: 'Agenda', of: 2, status: 'checked' });
    expect(isStale(confirmed, 'ja')).toBe(true);
  });

  it('keeps a translation stale that was made from an older revision', () => {
    const edited = editText(full, 'ko', '안건');
    expect(isStale(translateText(edited, 'ja', '案件', 'checked', 1), 'ja')).toBe(true);
  });

  it('refuses a translation of the source, of a revision that never was, or of nothing', () => {
    const code = (run: () => unknown): unknown => {
      try {
        return run();
      } catch (error) {
        return (error as { code?: unknown }).code;
      }
    };
    expect(code(() => translateText(full, 'ko', '안건', 'checked'))).toBe('common.isTheSource');
    expect(code(() => translateText(full, 'ja', '案件', 'checked', 2))).toBe('common.outOfRange');
    expect(code(() => translateText(full, 'ja', '案件', 'checked', 0))).toBe('common.outOfRange');
    expect(code(() => translateText(full, 'ja', '', 'checked'))).toBe('common.required');
    expect(code(() => editText(full, 'ko', ''))).toBe('common.required');
    expect(code(() => newText('en', ''))).toBe('common.required');
    expect(code(() => confirmNoChange(written, 'ja'))).toBe('common.textMissing');
  });

  it('names what stands between it and an exchange', () => {
    expect(textGaps(full)).toEqual([]);
    expect(textGaps(translateText(full, 'en', 'Agenda', 'authentic'))).toEqual([]);
    expect(textGaps(translateText(written, 'en', 'Agenda', 'machine'))).toEqual([
      { lang: 'ja', gap: 'missing' },
      { lang: 'en', gap: 'machine' },
    ]);
    expect(textGaps(editText(full, 'ja', '案件'))).toEqual([{ lang: 'ja', gap: 'draft' }]);
    expect(textGaps(editText(full, 'ko', '안건'))).toEqual([
      { lang: 'ja', gap: 'stale' },
      { lang: 'en', gap: 'stale' },
    ]);
    expect(textGaps(newText('ko', '의제', 'machine'))[0]).toEqual({ lang: 'ko', gap: 'machine' });
  });

  it('reads in the language asked for, stale or not', () => {
    const edited = editText(full, 'ko', '안건');
    expect(readText(edited, 'ja')).toEqual({
      text: '議題',
      lang: 'ja',
      status: 'checked',
      stale: true,
      of: 1,
      revision: 2,
    });
  });

  it('falls back to the source and says so', () => {
    const edited = editText(written, 'ko', '안건');
    expect(readText(edited, 'en')).toEqual({
      text: '안건',
      lang: 'ko',
      status: 'missing',
      stale: false,
      of: 0,
      revision: 2,
    });
    expect(readAllTexts(edited)).toEqual({
      ko: readText(edited, 'ko'),
      ja: readText(edited, 'ja'),
      en: readText(edited, 'en'),
    });
  });

  it('takes a text of the record as authentic in its source and checked in the others', () => {
    const text = historicText({ ko: '포럼', ja: 'フォーラム', en: null }, 'ja');
    expect(text).toEqual({
      source: 'ja',
      revision: 1,
      ko: { text: '포럼', of: 1, status: 'checked' },
      ja: { text: 'フォーラム', of: 1, status: 'authentic' },
    });
    expect(historicText({ ko: '포럼' }, 'en').source).toBe('ko');
    expect(() => historicText({ ko: '' }, 'ko')).toThrow();
  });

  it('is recognised in what the database or a request gives', () => {
    expect(isLocalizedText(full)).toBe(true);
    for (const other of [
      null,
      'text',
      {},
      { source: 'ko', revision: 1 },
      { ...full, revision: 0 },
      { ...full, fr: full.en },
      { ...full, en: { text: 'x', of: 2, status: 'checked' } },
      { ...full, en: { text: 'x', of: 1, status: 'fine' } },
      { ...full, en: { text: '', of: 1, status: 'checked' } },
      { ...full, source: 'fr' },
    ]) {
      expect(isLocalizedText(other)).toBe(false);
    }
  });

  it('never changes the value it was given and keeps its invariants over any history', () => {
    const lang = fc.constantFrom(...LANGUAGES);
    const change = fc.tuple(
      fc.constantFrom('edit', 'translate', 'confirm'),
      lang,
      fc.string({ minLength: 1, maxLength: 3 }),
    );
    fc.assert(
      fc.property(lang, fc.array(change), (source, changes) => {
        let text: LocalizedText = newText(source, 'a');
        for (const [kind, at, words] of changes) {
          const before = structuredClone(text);
          const previous = text;
          if (kind === 'edit') text = editText(text, at, words);
          else if (kind === 'translate' && at !== source) text = translateText(text, at, words, 'checked');
          else if (kind === 'confirm' && text[at]) text = confirmNoChange(text, at);
          expect(previous).toEqual(before);
        }
        expect(isLocalizedText(text)).toBe(true);
        expect(isStale(text, source)).toBe(false);
        const bad = new Set(textGaps(text).map((gap) => gap.lang));
        for (const each of LANGUAGES) {
          const view = readText(text, each);
          const good = view.lang === each && !view.stale && (view.status === 'checked' || view.status === 'authentic');
          expect(bad.has(each)).toBe(!good);
        }
      }),
    );
  });
});
