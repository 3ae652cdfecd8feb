import { commonErrors, type Language } from '#core/kernel';

const formats = new Map<string, Intl.NumberFormat>();

function format(lang: Language, maximumFractionDigits: number): Intl.NumberFormat {
  const key = `${lang} ${maximumFractionDigits}`;
  const made = formats.get(key) ?? new Intl.NumberFormat(lang, { maximumFractionDigits });
  formats.set(key, made);
  return made;
}

/** `1,234.5`: all three languages group by thousands with a comma. */
export const formatNumber = (value: number, lang: Language, decimals = 3): string =>
  format(lang, decimals).format(value);

// Radio Regulations 2.1: kHz up to 3 000 kHz, MHz up to 3 000 MHz, GHz above.
const UNITS = [
  { name: 'GHz', hz: 1e9, above: 3e9 },
  { name: 'MHz', hz: 1e6, above: 3e6 },
  { name: 'kHz', hz: 1e3, above: -1 },
] as const;

/** A frequency given in whole Hz: `806 MHz`, `2,600 MHz`, `28 GHz`; nothing is rounded away. Throws common.outOfRange. */
export function formatFrequency(hz: number, lang: Language): string {
  const unit = unitFor(hz);
  return `${format(lang, 9).format(hz / unit.hz)} ${unit.name}`;
}

/** A band given in whole Hz, in the unit of its upper edge: `806–821 MHz` in English, `806~821 MHz` in Korean and Japanese. */
export function formatBand(lowHz: number, highHz: number, lang: Language): string {
  const unit = unitFor(highHz);
  const [low, high] = [lowHz, highHz].map((hz) => format(lang, 9).format(hz / unit.hz));
  return `${low ?? ''}${lang === 'en' ? '–' : '~'}${high ?? ''} ${unit.name}`;
}

function unitFor(hz: number): (typeof UNITS)[number] {
  const unit = UNITS.find(({ above }) => hz > above);
  if (!unit || !Number.isSafeInteger(hz)) throw commonErrors.outOfRange({ min: 0, max: 3_000_000 });
  return unit;
}

const SIZES = ['B', 'kB', 'MB', 'GB', 'TB'];

/** A file size in bytes, in steps of 1,000: `0 B`, `999 B`, `1.2 MB`. */
export function formatFileSize(bytes: number, lang: Language): string {
  let [size, step] = [bytes, 0];
  while (size >= 999.95 && step < SIZES.length - 1) [size, step] = [size / 1000, step + 1];
  return `${format(lang, step === 0 ? 0 : 1).format(size)} ${SIZES[step] ?? ''}`;
}

const lists = new Map<Language, Intl.ListFormat>();

/** `서울, 부산 및 대구`, `東京、大阪、広島`, `Seoul, Busan, and Daegu`. */
export function formatList(items: readonly string[], lang: Language): string {
  const made = lists.get(lang) ?? new Intl.ListFormat(lang, { type: 'conjunction' });
  lists.set(lang, made);
  return made.format(items);
}
