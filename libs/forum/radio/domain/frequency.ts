/** Highest frequency of the Radio Regulations: 3 000 000 MHz (domain.md 3.10). */
export const MAX_HZ = 3_000_000_000_000n;

const HZ_PER_MHZ = 1_000_000n;
const MHZ_TEXT = /^(\d{1,7})(?:\.(\d{1,6}))?$/;

/**
 * Megahertz as written to integer hertz, without passing through binary fractions: 806 → 806000000n, '2109.3' → 2109300000n.
 * Answers null for what is no frequency: negative, zero, more than six decimals, above {@link MAX_HZ}.
 */
export function hertzOf(megahertz: number | string): bigint | null {
  const found = MHZ_TEXT.exec(String(megahertz));
  if (found === null) return null;
  const hertz = BigInt(found[1] ?? '0') * HZ_PER_MHZ + BigInt((found[2] ?? '').padEnd(6, '0'));
  return hertz > 0n && hertz <= MAX_HZ ? hertz : null;
}

/** Integer hertz as megahertz text without trailing zeros: 2109300000n → '2109.3'. */
export function megahertzText(hertz: bigint): string {
  const whole = String(hertz / HZ_PER_MHZ);
  const rest = String(hertz % HZ_PER_MHZ)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}

/** One band; the edges are known, or only the nominal frequency by which people call it. */
export interface Band {
  readonly nominalHz: bigint | null;
  readonly lowHz: bigint | null;
  readonly highHz: bigint | null;
}

/** True when both bands have edges and share spectrum; a shared edge alone is no overlap. */
export function bandsOverlap(one: Band, other: Band): boolean {
  if (one.lowHz === null || one.highHz === null || other.lowHz === null || other.highHz === null) return false;
  return one.lowHz < other.highHz && other.lowHz < one.highHz;
}
