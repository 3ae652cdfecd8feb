import { cleanCode, cleanText, DomainError, textFault, textLength } from './index.js';

const code = (value: unknown, rules = { max: 10 }): string | undefined => textFault(value, rules)?.code;

describe('cleanText', () => {
  it('composes hangul and kana that arrive decomposed, as macOS sends them', () => {
    expect(cleanText('한글'.normalize('NFD'), { max: 10 })).toBe('한글');
    expect(cleanText('ガ'.normalize('NFD'), { max: 1 })).toBe('ガ');
  });

  it('trims full-width and other spaces and the byte order mark', () => {
    expect(cleanText('\ufeff\u3000 議題 \u00a0', { max: 10 })).toBe('議題');
  });

  it('keeps what full-width letters a person wrote', () => {
    expect(cleanText('ＡＩ', { max: 2 })).toBe('ＡＩ');
  });

  it('makes one kind of line break in a text of several lines and refuses it in one line', () => {
    expect(cleanText('a\r\nb\rc\nd', { max: 10, multiline: true })).toBe('a\nb\nc\nd');
    expect(code('a\r\nBEGIN:VALARM', { max: 30 })).toBe('common.badText');
  });

  it('makes a tab a space', () => {
    expect(cleanText('a\tb', { max: 3 })).toBe('a b');
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['escape', 'a\u001bb'],
    ['C1 control', 'a\u0085b'],
    ['line separator', 'a\u2028b'],
    ['lone high surrogate', 'a\ud83d'],
    ['lone low surrogate', '\ude00a'],
    ['right-to-left override', 'a\u202eb'],
    ['isolate', 'a\u2066b'],
    ['non-character', 'a\uffffb'],
  ])('refuses %s', (_name, text) => {
    expect(code(text)).toBe('common.badText');
    expect(textFault(text, { max: 10, multiline: true })?.code).toBe('common.badText');
  });

  it('counts code points, so an emoji or a rare kanji is one', () => {
    expect(textLength('😀𠮷')).toBe(2);
    expect(cleanText('😀𠮷', { max: 2 })).toBe('😀𠮷');
    expect(textFault('😀𠮷가', { max: 2 })).toMatchObject({ code: 'common.tooLong', params: { max: 2 } });
  });

  it('counts after composing and trimming', () => {
    expect(cleanText(` ${'각'.normalize('NFD')} `, { max: 1 })).toBe('각');
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \u3000\n'],
    ['zero-width letters', '\u200b\u2060\u200d'],
    ['a hangul filler', '\u3164'],
  ])('finds %s blank', (_name, text) => {
    expect(code(text)).toBe('common.required');
  });

  it('gives an empty text for a blank one when the text is optional', () => {
    expect(cleanText('  ', { max: 1, optional: true })).toBe('');
  });

  it('asks for what is absent and refuses what is not a text', () => {
    expect([code(undefined), code(null), code(7), code(['a'])]).toEqual([
      'common.required',
      'common.required',
      'common.malformed',
      'common.malformed',
    ]);
    expect(() => cleanText(7, { max: 1 })).toThrow(DomainError);
  });
});

describe('cleanCode', () => {
  it('makes full-width digits, letters and signs plain', () => {
    expect(cleanCode(' ２０２７－０３ ')).toBe('2027-03');
    expect(cleanCode('kr＠example.test')).toBe('kr@example.test');
    expect(cleanCode('㎒')).toBe('MHz');
  });
});
