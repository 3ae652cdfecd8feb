import { itemNumber, subNumber } from './item-number.js';

describe('the number of an item', () => {
  it('is written as each country does', () => {
    expect([itemNumber(1, 'ko'), itemNumber(1, 'ja'), itemNumber(12, 'en')]).toEqual(['1.', '1', '12.']);
  });

  it('counts 가나다 below it, and goes on with 거 after 하', () => {
    const numbers = Array.from({ length: 30 }, (_, at) => subNumber(at + 1, 'ko'));
    expect(numbers.slice(0, 14).join('')).toBe('가.나.다.라.마.바.사.아.자.차.카.타.파.하.');
    expect(numbers.slice(14, 17)).toEqual(['거.', '너.', '더.']);
    expect(numbers[28]).toBe('고.');
    expect(new Set(numbers).size).toBe(30);
  });

  it('counts in brackets in Japanese and in letters in English', () => {
    expect([subNumber(1, 'ja'), subNumber(15, 'ja')]).toEqual(['(1)', '(15)']);
    expect([1, 26, 27, 53].map((n) => subNumber(n, 'en'))).toEqual(['(a)', '(z)', '(aa)', '(ba)']);
  });
});
