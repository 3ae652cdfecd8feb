import { lineEnds } from './line-ends.js';

describe('where a line of text may end', () => {
  it('is never within a word that surely fits beside those before it', () => {
    const stays = lineEnds([10, 12]);
    expect(['가나다', '라마바', '사아자차카'].map(stays)).toEqual([true, true, false]);
  });

  it('is known again when the next line has surely begun', () => {
    const stays = lineEnds([10, 12]);
    expect(['가'.repeat(10), '나'.repeat(10), '다', '라'].map(stays)).toEqual([true, false, false, false]);
    const other = lineEnds([10, 12]);
    expect(['가'.repeat(8), '나'.repeat(6), '다', '라'].map(other)).toEqual([true, false, true, true]);
  });

  it('may be anywhere in a column of unknown width', () => {
    expect(['가', '나'].map(lineEnds([0, 0]))).toEqual([false, false]);
  });
});
