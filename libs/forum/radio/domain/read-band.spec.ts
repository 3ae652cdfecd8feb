import { DomainError } from '#core/kernel';
import { readBand } from './read-band.js';

const edges = (text: string): string => {
  const band = readBand(text);
  if (band instanceof DomainError) return band.code;
  return band.nominalHz ?? `${band.lowHz ?? ''}-${band.highHz ?? ''}`;
};

describe('A band as people write it', () => {
  it.each([
    ['806–821 MHz', '806000000-821000000'],
    ['806-821', '806000000-821000000'],
    ['８０６～８２１㎒', '806000000-821000000'],
    ['８０６〜８２１ＭＨｚ', '806000000-821000000'],
    ['2.5 GHz − 2.69 GHz', '2500000000-2690000000'],
    ['2.5~2.69㎓', '2500000000-2690000000'],
    ['1,710–1,785 MHz', '1710000000-1785000000'],
    ['１，７１０ー１，７８５', '1710000000-1785000000'],
    ['806,125 kHz', '806125000'],
    ['241–250 GHz', '241000000000-250000000000'],
    ['900 kHz–1 MHz', '900000-1000000'],
    ['2109.3 MHz', '2109300000'],
    ['810 to 830 MHz', '810000000-830000000'],
    ['810MHzから830MHz', '810000000-830000000'],
    ['2999999.999999 MHz', '2999999999999'],
  ])('%s is %s', (text, hertz) => {
    expect(edges(text)).toBe(hertz);
  });

  it.each([
    ['821–806 MHz', 'radio.bandReversed'],
    ['806–806 MHz', 'radio.bandReversed'],
    ['1 GHz–900 MHz', 'radio.bandReversed'],
    ['3 THz', 'radio.bandTooHigh'],
    ['2.9–3 THz', 'radio.bandTooHigh'],
    ['99999999999999999999 MHz', 'radio.bandTooHigh'],
    ['0–10 MHz', 'radio.bandTooLow'],
    ['800.0000001 MHz', 'radio.bandTooFine'],
    ['abc', 'radio.notABand'],
    ['8o6–821 MHz', 'radio.notABand'],
    ['806–821 Mbit', 'radio.notABand'],
    ['1,5 MHz', 'radio.notABand'],
    ['806,125 MHz', 'radio.commaUnclear'],
    ['806,125–821,125', 'radio.commaUnclear'],
    ['1–2–3 MHz', 'radio.notABand'],
    ['', 'radio.notABand'],
    ['-5 MHz', 'radio.notABand'],
  ])('%s is refused as %s', (text, code) => {
    expect(edges(text)).toBe(code);
  });
});
