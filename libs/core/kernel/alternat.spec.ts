import fc from 'fast-check';
import {
  LANGUAGES,
  otherSide,
  pair,
  partyName,
  renderTokens,
  sideOrder,
  SIDES,
  trilateral,
  type Language,
  type PairOptions,
  type Viewer,
} from './index.js';

describe('the pair of countries', () => {
  const table: [Viewer, Language, PairOptions, string][] = [
    ['kr', 'ko', {}, '한·일'],
    ['kr', 'ja', {}, '韓日'],
    ['kr', 'en', {}, 'Korea–Japan'],
    ['kr', 'ko', { form: 'formal' }, '한·일'],
    ['kr', 'ja', { form: 'formal' }, '韓日'],
    ['kr', 'en', { form: 'formal' }, 'ROK–Japan'],
    ['jp', 'ko', {}, '일한'],
    ['jp', 'ja', {}, '日韓'],
    ['jp', 'en', {}, 'Japan–Korea'],
    ['jp', 'ko', { form: 'formal' }, '일한'],
    ['jp', 'ja', { form: 'formal' }, '日韓'],
    ['jp', 'en', { form: 'formal' }, 'Japan–ROK'],
    ['neutral', 'ko', {}, '한·일'],
    ['neutral', 'ja', {}, '日韓'],
    ['neutral', 'en', {}, 'Korea–Japan / Japan–Korea'],
    ['neutral', 'ko', { host: 'jp' }, '한·일'],
    ['neutral', 'ja', { host: 'kr' }, '日韓'],
    ['neutral', 'en', { host: 'kr' }, 'Korea–Japan / Japan–Korea'],
    ['neutral', 'en', { host: 'jp' }, 'Japan–Korea / Korea–Japan'],
    ['neutral', 'en', { host: 'kr', form: 'formal' }, 'ROK–Japan / Japan–ROK'],
    ['neutral', 'en', { host: 'jp', form: 'formal' }, 'Japan–ROK / ROK–Japan'],
  ];

  it.each(table)('is for %s in %s with %j: %s', (viewer, lang, options, text) => {
    expect(pair(viewer, lang, options)).toBe(text);
  });

  it('does not depend on the host on a side’s own page', () => {
    for (const side of SIDES) {
      for (const lang of LANGUAGES) expect(pair(side, lang, { host: otherSide(side) })).toBe(pair(side, lang));
    }
  });

  it('puts the viewer first, or the host where nobody’s side reads', () => {
    expect(sideOrder('kr', 'jp')).toEqual(['kr', 'jp']);
    expect(sideOrder('jp')).toEqual(['jp', 'kr']);
    expect(sideOrder('neutral', 'jp')).toEqual(['jp', 'kr']);
    expect(sideOrder('neutral')).toEqual(['kr', 'jp']);
  });
});

describe('the originals of one text', () => {
  const minutes = '{PAIR} minutes. {PARTY1} and {PARTY2}. {SIGN1} | {SIGN2}';

  it('names and signs its own side first', () => {
    expect(renderTokens(minutes, { copy: 'kr', lang: 'en' })).toBe(
      'Korea–Japan minutes. the Republic of Korea and Japan. For the Government of the Republic of Korea | For the Government of Japan',
    );
    expect(renderTokens(minutes, { copy: 'jp', lang: 'en', form: 'formal' })).toBe(
      'Japan–ROK minutes. Japan and the Republic of Korea. For the Government of Japan | For the Government of the Republic of Korea',
    );
    expect(renderTokens('{PAIR} 합의의사록: {PARTY1}과 {PARTY2}, {SIGN1}', { copy: 'kr', lang: 'ko' })).toBe(
      '한·일 합의의사록: 대한민국과 일본국, 대한민국 정부를 대표하여',
    );
    expect(renderTokens('{PAIR}合意議事録 {PARTY1}及び{PARTY2} {SIGN1}', { copy: 'jp', lang: 'ja' })).toBe(
      '日韓合意議事録 日本国及び大韓民国 日本国政府のために',
    );
  });

  it('puts the host first on the neutral copy', () => {
    expect(renderTokens('{PAIR}: {PARTY1}', { copy: 'neutral', lang: 'en', host: 'jp', form: 'short' })).toBe(
      'Japan–Korea / Korea–Japan: Japan',
    );
  });

  it('takes the signatories it is given and does not expand them again', () => {
    const signatures = { kr: '{PARTY2}', jp: '$1 $& 局長' };
    expect(renderTokens('{SIGN1}/{SIGN2}', { copy: 'jp', lang: 'ja', signatures })).toBe('$1 $& 局長/{PARTY2}');
  });

  it('leaves every other brace as it is', () => {
    expect(renderTokens('{PAIRS} {} {{n}} [KR: x]', { copy: 'kr', lang: 'en' })).toBe('{PAIRS} {} {{n}} [KR: x]');
  });

  it('differ in token positions only, whatever the text', () => {
    const token = fc.constantFrom('{PAIR}', '{PARTY1}', '{PARTY2}', '{SIGN1}', '{SIGN2}');
    const plain = fc.string({ unit: 'grapheme' }).filter((text) => !/[{}]/u.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(plain, token)), plain, fc.constantFrom(...LANGUAGES), (parts, tail, lang) => {
        const values = (copy: Viewer): string[] => parts.map(([, name]) => renderTokens(name, { copy, lang }));
        const joined = (copy: Viewer): string =>
          values(copy)
            .map((value, at) => (parts[at]?.[0] ?? '') + value)
            .join('') + tail;
        const text = parts.map(([words, name]) => words + name).join('') + tail;
        expect(renderTokens(text, { copy: 'kr', lang })).toBe(joined('kr'));
        expect(renderTokens(text, { copy: 'jp', lang })).toBe(joined('jp'));
        const swapped = text.replace(
          /\{(PARTY|SIGN)([12])\}/gu,
          (_all, name: string, at: string) => `{${name}${at === '1' ? 2 : 1}}`,
        );
        if (!text.includes('{PAIR}')) {
          expect(renderTokens(swapped, { copy: 'kr', lang })).toBe(renderTokens(text, { copy: 'jp', lang }));
        }
      }),
    );
  });
});

describe('the three countries', () => {
  it.each([
    ['kr', 'ko', '한·일·중'],
    ['jp', 'ja', '日中韓'],
    ['kr', 'ja', '韓日中'],
    ['jp', 'ko', '일·중·한'],
    ['kr', 'en', 'Korea–Japan–China'],
    ['jp', 'en', 'Japan–China–Korea'],
    ['neutral', 'ko', '한·일·중'],
    ['neutral', 'ja', '日中韓'],
    ['neutral', 'en', 'Korea–Japan–China / Japan–China–Korea'],
  ] as const)('are for %s in %s: %s', (viewer, lang, text) => {
    expect(trilateral(viewer, lang)).toBe(text);
  });

  it('begin with the chair on a neutral page, and with itself on a side’s own', () => {
    expect(trilateral('neutral', 'ko', { chair: 'cn' })).toBe('중·한·일');
    expect(trilateral('neutral', 'en', { chair: 'jp', form: 'formal' })).toBe('Japan–China–ROK');
    expect(trilateral('kr', 'ko', { chair: 'jp' })).toBe('한·일·중');
  });
});

describe('the name of a party', () => {
  it('is formal in a signature block and short in speech', () => {
    expect(SIDES.map((side) => partyName(side, 'ko', 'formal'))).toEqual(['대한민국', '일본국']);
    expect(SIDES.map((side) => partyName(side, 'ja', 'formal'))).toEqual(['大韓民国', '日本国']);
    expect(LANGUAGES.map((lang) => partyName('jp', lang))).toEqual(['일본', '日本', 'Japan']);
  });
});
