import type { Band } from '#forum/radio';
import { nullable, record } from './composed-rules.js';
import { WRONG, wrong, type Rule } from './rule.types.js';
import { bandOf } from './written-forms.js';

const megahertz: Rule<number> = {
  read: (value, path, reading) =>
    typeof value === 'number' && Number.isFinite(value) && value > 0 && value <= 3_000_000
      ? value
      : wrong(reading, 'notNumber', path, { least: 0, most: 3_000_000 }),
};

const written = record({
  nominal_mhz: nullable(megahertz),
  low_mhz: nullable(megahertz),
  high_mhz: nullable(megahertz),
});

/** A band in megahertz, read to integer hertz (domain.md 3.10: low < high ≤ 3 000 000 MHz). */
export const bandRule: Rule<Band> = {
  read(value, path, reading) {
    const read = written.read(value, path, reading);
    if (read === WRONG) return WRONG;
    return bandOf(read.nominal_mhz, read.low_mhz, read.high_mhz) ?? wrong(reading, 'badBand', path);
  },
};
