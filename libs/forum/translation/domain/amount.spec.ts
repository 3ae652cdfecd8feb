import { amountOf, amountUnit } from './amount.js';

describe('the amount of a text', () => {
  it('counts Korean and Japanese by character, without spaces', () => {
    expect(amountUnit('ko')).toBe('characters');
    expect(amountOf('이동통신 주파수\n정책', 'ko')).toBe(9);
    expect(amountOf('移動通信の周波数政策', 'ja')).toBe(10);
    expect(amountOf('𠮷野家', 'ja')).toBe(3);
  });

  it('counts English by word; a dash that stands alone is none', () => {
    expect(amountUnit('en')).toBe('words');
    expect(amountOf('  Mobile spectrum – policies in 2.6 GHz ', 'en')).toBe(6);
    expect(amountOf('', 'en')).toBe(0);
  });
});
