import type { DomainError } from '#core/kernel';
import { MAX_HZ } from './frequency.js';
import { radioErrors } from './radio.errors.js';

/** A band as a text says it: two edges, or one nominal frequency. */
export interface ReadBand {
  readonly nominalHz: string | null;
  readonly lowHz: string | null;
  readonly highHz: string | null;
}

/** Powers of ten of the units; a number without one is in megahertz. */
const EXPONENTS: Readonly<Record<string, number>> = { hz: 0, khz: 3, mhz: 6, ghz: 9, thz: 12 };
const DEFAULT_UNIT = 'mhz';

/**
 * Written out in megahertz with one comma nothing is this high: `806,125 MHz` is rather the 806.125 MHz of somebody who writes decimals
 * with a comma than 806 GHz.
 */
const COMMA_BOUND = 100_000_000_000n;
const ONE_COMMA = /^\d{1,3},\d{3}$/u;

const NUMBER = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/u;
const PART = /^([\d.,]+)\s*([a-z]*)$/u;
/** Hyphens, dashes, minus, wave dashes, as people type a range in the three languages. */
const RANGE = /\s*(?:[-\u2010-\u2015\u2212~\u301c\u3030\u30fc]|\bto\b|から|부터)\s*/u;

/**
 * `806–821 MHz`, `2.6GHz`, `８０６～８２１㎒`, `1,710-1,785` in integer hertz as decimal text. Glyphs of units and full-width figures are
 * made plain, thousands may be set off by commas; nothing passes through a floating point (domain.md 3.10). A number without a unit takes
 * that of the other edge, else megahertz.
 * @returns the band, or the error that says why it is none
 */
export function readBand(written: string): ReadBand | DomainError {
  const text = written.normalize('NFKC').trim().toLowerCase();
  const params = { text: written.trim() };
  const parts = text.split(RANGE);
  if (parts.length > 2) return radioErrors.notABand(params);
  const read = parts.map((part) => PART.exec(part));
  const unit = read.map((found) => found?.[2] ?? '').findLast((word) => word !== '') ?? DEFAULT_UNIT;
  const edges: bigint[] = [];
  for (const found of read) {
    const hertz = found && hertzIn(found[1] ?? '', found[2] === '' ? unit : (found[2] ?? unit));
    if (hertz === null) return radioErrors.notABand(params);
    if (hertz === 'too fine') return radioErrors.bandTooFine(params);
    if (hertz >= COMMA_BOUND && ONE_COMMA.test(found?.[1] ?? '')) return radioErrors.commaUnclear(params);
    if (hertz >= MAX_HZ) return radioErrors.bandTooHigh(params);
    if (hertz === 0n) return radioErrors.bandTooLow(params);
    edges.push(hertz);
  }
  const [low, high] = edges;
  if (low === undefined) return radioErrors.notABand(params);
  if (high === undefined) return { nominalHz: String(low), lowHz: null, highHz: null };
  if (low >= high) return radioErrors.bandReversed(params);
  return { nominalHz: null, lowHz: String(low), highHz: String(high) };
}

function hertzIn(number: string, unit: string): bigint | 'too fine' | null {
  const found = NUMBER.exec(number);
  const exponent = EXPONENTS[unit];
  if (found === null || exponent === undefined) return null;
  const whole = (found[1] ?? '').replaceAll(',', '');
  const fraction = (found[2] ?? '').replace(/0+$/u, '');
  if (fraction.length > exponent) return 'too fine';
  // A frequency has at most 13 figures in hertz; longer ones are too high whatever they say.
  if (whole.length > 16) return MAX_HZ;
  return BigInt(whole + fraction.padEnd(exponent, '0'));
}
