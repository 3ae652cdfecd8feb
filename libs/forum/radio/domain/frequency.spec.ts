import { bandsOverlap, hertzOf, megahertzText } from './frequency.js';

const band = (low: number, high: number) => ({ nominalHz: null, lowHz: hertzOf(low), highHz: hertzOf(high) });

describe('Frequencies', () => {
  it('are integer hertz, exact to the last digit', () => {
    expect(hertzOf(806)).toBe(806_000_000n);
    expect(hertzOf('2109.3')).toBe(2_109_300_000n);
    expect(hertzOf(3_000_000)).toBe(3_000_000_000_000n);
  });

  it.each([0, -5, 3_000_001, 'abc', '1,5', 1.1234567])('refuse %s', (value) => {
    expect(hertzOf(value)).toBeNull();
  });

  it('read back as the megahertz they were written as', () => {
    expect(megahertzText(2_109_300_000n)).toBe('2109.3');
    expect(megahertzText(806_000_000n)).toBe('806');
  });

  it('overlap when 806–821 MHz meets 810–830 MHz, and not when only an edge is shared', () => {
    expect(bandsOverlap(band(806, 821), band(810, 830))).toBe(true);
    expect(bandsOverlap(band(806, 821), band(821, 830))).toBe(false);
  });
});
