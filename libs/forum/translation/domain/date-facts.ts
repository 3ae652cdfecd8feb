import { takeFacts, type FactRule, type Found } from './facts.js';
import type { Language } from '#core/kernel';

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];
const month = `(?:${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?`;
const ordinal = '(\\d{1,2})(?:st|nd|rd|th)?';
/** The Gregorian year before the first of each era (domain.md 6). */
const ERA_BASE: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };
const era = '(令和|平成|昭和)\\s*(元|\\d{1,2})\\s*年';
const weekday = '(?:\\s*\\([월화수목금토일月火水木金土日]\\))?';

/** Most exact first: what a rule has read, the next does not see. */
const rules: readonly FactRule[] = [
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/gu, value: ([, y, m, d]) => day(y, m, d) },
  {
    pattern: new RegExp(`${era}\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日${weekday}`, 'gu'),
    value: ([, name, n, m, d]) => day(eraYear(name, n), m, d),
  },
  {
    pattern: new RegExp(`(\\d{4})\\s*[.년年]\\s*(\\d{1,2})\\s*[.월月]\\s*(\\d{1,2})\\s*[.일日]?${weekday}`, 'gu'),
    value: ([, y, m, d]) => day(y, m, d),
  },
  {
    pattern: new RegExp(`\\b${ordinal}\\s+(${month})\\s*,?\\s+(\\d{4})\\b`, 'giu'),
    value: ([, d, name, y]) => day(y, monthOf(name), d),
  },
  {
    pattern: new RegExp(`\\b(${month})\\s+${ordinal}\\s*,?\\s+(\\d{4})\\b`, 'giu'),
    value: ([, name, d, y]) => day(y, monthOf(name), d),
  },
  { pattern: new RegExp(`${era}\\s*(\\d{1,2})\\s*月`, 'gu'), value: ([, name, n, m]) => monthIn(eraYear(name, n), m) },
  { pattern: /(\d{4})\s*[년年]\s*(\d{1,2})\s*[월月]/gu, value: ([, y, m]) => monthIn(y, m) },
  {
    pattern: new RegExp(`\\b(${month})\\s*,?\\s+(\\d{4})\\b`, 'giu'),
    value: ([, name, y]) => monthIn(y, monthOf(name)),
  },
  {
    pattern: new RegExp(`(\\d{1,2})\\s*[월月]\\s*(\\d{1,2})\\s*[일日]${weekday}`, 'gu'),
    value: ([, m, d]) => day('', m, d),
  },
  {
    pattern: new RegExp(`\\b${ordinal}\\s+(${month})(?![a-z])`, 'giu'),
    value: ([, d, name]) => day('', monthOf(name), d),
  },
  { pattern: new RegExp(`\\b(${month})\\s+${ordinal}\\b`, 'giu'), value: ([, name, d]) => day('', monthOf(name), d) },
  { pattern: /(?<!\d)(\d{1,2})\s*[월月](?!\d)/gu, value: ([, m]) => monthIn('', m) },
  {
    pattern: new RegExp(`\\b(${MONTHS.filter((name) => name !== 'may' && name !== 'march').join('|')})\\b`, 'giu'),
    value: ([, name]) => monthIn('', monthOf(name)),
  },
  { pattern: /\b(May|March)\b(?!\s+(?:be|have|not))/gu, value: ([, name]) => monthIn('', monthOf(name)) },
  { pattern: new RegExp(era, 'gu'), value: ([, name, n]) => eraYear(name, n) },
  { pattern: /(\d{4})\s*[년年]/gu, value: ([, y]) => y ?? null },
];

/**
 * The dates a text names: `2027-04-21`, `2027-04`, without a year `--04-21` and `--04`, or a year alone `2027`. Japanese eras are read as
 * the years they are.
 */
export function datesIn(text: string, lang: Language): Found {
  return takeFacts(text, lang, rules);
}

/** True when two dates may be the same day: one of them may leave out the year. */
export function sameDate(a: string, b: string): boolean {
  const [first, second] = [a, b].map(withoutYear);
  return a === b || (first === second && (a.startsWith('--') || b.startsWith('--')));
}

const withoutYear = (value: string): string => (/^\d{4}-/u.test(value) ? `-${value.slice(4)}` : value);

function day(y: string | undefined, m: string | undefined, d: string | undefined): string | null {
  const valid = Number(m) >= 1 && Number(m) <= 12 && Number(d) >= 1 && Number(d) <= 31;
  return valid ? `${y ? y : '-'}-${two(m)}-${two(d)}` : null;
}

function monthIn(y: string | undefined, m: string | undefined): string | null {
  return Number(m) >= 1 && Number(m) <= 12 ? `${y ? y : '-'}-${two(m)}` : null;
}

const two = (figure: string | undefined): string => String(Number(figure)).padStart(2, '0');

function monthOf(name: string | undefined): string {
  const start = (name ?? '').toLowerCase().slice(0, 3);
  return String(MONTHS.findIndex((known) => known.startsWith(start)) + 1);
}

function eraYear(name: string | undefined, count: string | undefined): string {
  return String((ERA_BASE[name ?? ''] ?? 0) + (count === '元' ? 1 : Number(count)));
}
