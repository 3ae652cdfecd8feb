import { newText } from '#core/kernel';
import fc from 'fast-check';
import {
  acceptBracket,
  bracketFault,
  bracketGroups,
  bracketShape,
  bracketsIn,
  keepsWordsOf,
  plainBrackets,
  readableBrackets,
} from './brackets.js';
import { foreignWords } from './words.js';

const text = 'Both sides meet [KR: every year] [JP: every two years] in turn, [both: by 2028].';

describe('brackets', () => {
  it('are found with their side, words and place', () => {
    const found = bracketsIn(text);
    expect(found.map(({ by, words }) => [by, words])).toEqual([
      ['kr', 'every year'],
      ['jp', 'every two years'],
      ['both', 'by 2028'],
    ]);
    for (const { start, end } of found) expect(text.slice(start, end)).toMatch(/^\[[^[\]]*\]$/);
    expect(bracketGroups(text).map(({ brackets }) => brackets.length)).toEqual([2, 1]);
    expect(bracketShape(text)).toBe('kr+jp both');
  });

  it.each([
    ['[by 2028]', 'records.bracketUntagged', 1],
    ['to [US: x]', 'records.bracketUntagged', 4],
    ['to [KR: x', 'records.bracketUnbalanced', 4],
    ['to x] y', 'records.bracketUnbalanced', 5],
    ['[KR: a [JP: b] c]', 'records.bracketUnbalanced', 1],
  ])('are refused in %s', (broken, code, at) => {
    expect(bracketFault(broken)).toMatchObject({ code, params: { at } });
    expect(() => bracketsIn(broken)).toThrow(code);
  });

  it('give way to the words of the side that is followed', () => {
    expect(acceptBracket(text, 0, 'jp')).toBe('Both sides meet every two years in turn, [both: by 2028].');
    expect(acceptBracket('매년 [KR: 서울에서] [JP: ] 개최한다', 0, 'jp')).toBe('매년 개최한다');
    expect(acceptBracket('by turns [KR: yearly] [JP: ].', 0, 'jp')).toBe('by turns.');
    expect(() => acceptBracket(text, 1, 'kr')).toThrow('records.bracketNotFound');
    expect(() => acceptBracket(text, 2, 'kr')).toThrow('records.bracketNotFound');
  });

  it('are not struck by the other side, only followed', () => {
    const other = (after: string) => keepsWordsOf('jp', text, after);
    expect(other(text.replace('every year', 'twice a year'))).toBe(true);
    expect(other(acceptBracket(text, 0, 'jp'))).toBe(true);
    expect(other('Both sides meet every year in turn, [both: by 2028].')).toBe(false);
    expect(other(text.replace('every two years', 'every three years'))).toBe(false);
    expect(keepsWordsOf('jp', 'a [KR: b] [JP: ] c', 'a c')).toBe(true);
    expect(keepsWordsOf('jp', 'a [KR: b] [JP: ] c', 'a b [JP: d] c')).toBe(false);
  });

  it('are kept in one form, however they were typed', () => {
    expect(plainBrackets('［ＫＲ：매년］[jp :隔年] ［BOTH：x］')).toBe('[KR: 매년][JP: 隔年] [both: x]');
    expect(bracketFault(plainBrackets('［ＫＲ：매년］ ［ＪＰ：격년］'))).toBeNull();
  });

  it('are seen as open where words from elsewhere cannot be told apart, and never come with a title', () => {
    expect(readableBrackets('a [KR: b] [draft] c').map(({ by, words }) => [by, words])).toEqual([
      ['kr', 'b'],
      ['both', '[draft] c'],
    ]);
    expect(() => keepsWordsOf('jp', 'on [draft', 'on')).not.toThrow();
    const title = foreignWords(newText('ko', '［ICT］ {6G} 정책'));
    expect(title.ko?.text).toBe('(ICT) (6G) 정책');
    expect(foreignWords(newText('ko', '{PAIR} [KR: 정책]')).ko?.text).toBe('{PAIR} [KR: 정책]');
  });

  it('never hide anything: words, brackets and what is between them make up the whole text', () => {
    const piece = fc.oneof(
      fc.stringMatching(/^[a-z ]{0,8}$/),
      fc.constantFrom('[KR: a]', '[JP: ]', '[both: b c]', ' / '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const whole = pieces.join('');
        const found = bracketsIn(whole);
        expect(found).toHaveLength(pieces.filter((one) => one.startsWith('[')).length);
        const groups = bracketGroups(whole);
        expect(groups.flatMap(({ brackets }) => brackets)).toEqual(found);
        const left = groups.reduceRight(
          (rest, { brackets }, at) => acceptBracket(rest, at, brackets[0]?.by ?? 'kr'),
          whole,
        );
        expect(bracketsIn(left)).toEqual([]);
      }),
    );
  });
});
