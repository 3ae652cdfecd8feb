import { readCell, saysStored } from './cell.js';

describe('a cell of the five-column list', () => {
  it.each([
    ['간섭(혼신)', 'ko', '간섭', ['혼신']],
    ['차관(제1차관·제2차관)', 'ko', '차관', ['제1차관', '제2차관']],
    ['한·일 비즈니스 포럼(가칭)', 'ko', '한·일 비즈니스 포럼', []],
    ['일본 (정식 문서: 일본국)', 'ko', '일본', []],
    ['電子データ交換(EDI)', 'ja', '電子データ交換', ['EDI']],
    ['Spectrum / frequencies', 'en', 'Spectrum', ['frequencies']],
    ['Republic of Korea (ROK, R.O.K.)', 'en', 'Republic of Korea', ['ROK', 'R.O.K.']],
    ['Director (division)', 'en', 'Director', []],
    ['Year-end closure (Japan, 29 Dec – 3 Jan)', 'en', 'Year-end closure', []],
    ['제○차', 'ko', '제○차', []],
  ] as const)('%s is a term and other forms of it, but no remark', (cell, lang, term, also) => {
    expect(readCell(cell, lang)).toEqual({ term, also: [...also] });
  });

  const stored = { term: '간섭', also: ['혼신'], avoid: [] };

  it('changes nothing when it says what is stored', () => {
    expect(saysStored('간섭(혼신)', 'ko', stored)).toBe(true);
    expect(saysStored('간섭', 'ko', stored)).toBe(true);
    expect(saysStored('혼신·간섭', 'ko', stored)).toBe(true);
  });

  it('changes the term when it names another one', () => {
    expect(saysStored('혼신', 'ko', stored)).toBe(false);
    expect(saysStored('간섭 현상', 'ko', stored)).toBe(false);
    expect(saysStored('방해(간섭)', 'ko', stored)).toBe(false);
  });
});
