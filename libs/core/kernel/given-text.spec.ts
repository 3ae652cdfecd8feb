import { changedText, givenText, textGaps } from './index.js';

describe('a text given in several languages at once', () => {
  it('is authentic in its source and checked in the others', () => {
    const text = givenText({ ko: '혼신', ja: '混信' }, 'ko', 'title');
    expect(text).toMatchObject({ source: 'ko', ko: { status: 'authentic' }, ja: { status: 'checked', of: 1 } });
    expect(textGaps(text)).toEqual([{ lang: 'en', gap: 'missing' }]);
  });

  it('is refused without its source, naming the field', () => {
    expect(() => givenText({ ja: '混信' }, 'ko', 'title')).toThrow(
      expect.objectContaining({ code: 'common.invalid', fields: [{ path: 'title.ko', code: 'common.required' }] }),
    );
  });

  it('makes what is not given again stale when the source changes, and leaves everything when nothing does', () => {
    const text = givenText({ ko: '혼신', ja: '混信', en: 'Interference' }, 'ko', 'title');
    expect(changedText(text, {})).toEqual(text);
    expect(changedText(text, { ko: '혼신' })).toEqual(text);
    expect(textGaps(changedText(text, { ko: '유해한 혼신', ja: '有害な混信' }))).toEqual([
      { lang: 'en', gap: 'stale' },
    ]);
  });
});
