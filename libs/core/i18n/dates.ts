import { commonErrors, type Language, type Side } from '#core/kernel';
import { parseDate, type CalendarDate, type PartialDate } from './calendar-date.js';
import { eraYear, eraYears } from './eras.js';

const WEEKDAYS: Record<Language, readonly string[]> = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun.', 'Mon.', 'Tue.', 'Wed.', 'Thu.', 'Fri.', 'Sat.'],
};
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export interface DateOptions {
  /** Print the weekday; true unless told. */
  readonly weekday?: boolean;
  /** Japanese only: add the western year in brackets, `令和8年(2026年)2月27日(金)`. */
  readonly westernYear?: boolean;
}

/** `2026. 2. 27.(금)`, `令和8年2月27日(金)`, `27 February 2026 (Fri.)` of `YYYY-MM-DD` (domain.md 6). Throws common.notADate. */
export function formatDate(isoDate: string, lang: Language, options: DateOptions = {}): string {
  const date = parseDate(isoDate);
  const day = options.weekday === false ? '' : weekday(date, lang);
  switch (lang) {
    case 'ko':
      return `${date.year}. ${date.month}. ${date.day}.${day}`;
    case 'ja':
      return `${japaneseYear(isoDate, options)}${date.month}月${date.day}日${day}`;
    case 'en':
      return `${date.day} ${monthName(date.month)} ${date.year}${day}`;
  }
}

/** The short name of the weekday alone: `금`, `金`, `Fri.`. */
export const formatWeekday = (isoDate: string, lang: Language): string =>
  WEEKDAYS[lang][parseDate(isoDate).weekday] ?? '';

/**
 * A date as exactly as it is known: `2026년 2월`, `令和8年2月`, `February 2026`; `2026년`, `令和8年`, `2026`.
 * A year or month in which the era changed names both eras. Throws common.notADate.
 */
export function formatPartialDate(date: PartialDate, lang: Language, options: DateOptions = {}): string {
  if (date.precision === 'day') return formatDate(date.value, lang, options);
  const wholeYear = date.precision === 'year';
  if (!(wholeYear ? /^\d{4}$/u : /^\d{4}-\d{2}$/u).test(date.value)) throw commonErrors.notADate();
  const { year, month } = parseDate(wholeYear ? `${date.value}-01-01` : `${date.value}-01`);
  const from = wholeYear ? `${date.value}-01-01` : `${date.value}-01`;
  const to = wholeYear ? `${date.value}-12-31` : `${date.value}-28`;
  switch (lang) {
    case 'ko':
      return wholeYear ? `${year}년` : `${year}년 ${month}월`;
    case 'ja':
      return `${eraYears(from, to)}${options.westernYear ? `(${year}年)` : ''}${wholeYear ? '' : `${month}月`}`;
    case 'en':
      return wholeYear ? String(year) : `${monthName(month)} ${year}`;
  }
}

/**
 * Two days and all between: `2027. 3. 11.(목)~3. 12.(금)`, `令和9年3月11日(木)~12日(金)`, `11–12 March 2027 (Thu.–Fri.)`.
 * What both days share is printed once. One day alone prints as a date. Throws common.notADate.
 */
export function formatDateRange(from: string, to: string | null, lang: Language, options: DateOptions = {}): string {
  if (to === null || to === from) return formatDate(from, lang, options);
  const [a, b] = [parseDate(from), parseDate(to)];
  const sameYear = a.year === b.year;
  const sameMonth = sameYear && a.month === b.month;
  const [dayA, dayB] = options.weekday === false ? ['', ''] : [weekday(a, lang), weekday(b, lang)];
  switch (lang) {
    case 'ko':
      return `${formatDate(from, lang, options)}~${sameYear ? `${b.month}. ${b.day}.${dayB}` : formatDate(to, lang, options)}`;
    case 'ja': {
      const year = eraYear(from) === eraYear(to) ? '' : japaneseYear(to, options);
      const month = year === '' && sameMonth ? '' : `${b.month}月`;
      return `${formatDate(from, lang, options)}~${year}${month}${b.day}日${dayB}`;
    }
    case 'en': {
      const days = dayA && ` (${bare(dayA)}–${bare(dayB)})`;
      if (sameMonth) return `${a.day}–${b.day} ${monthName(b.month)} ${b.year}${days}`;
      const first = `${a.day} ${monthName(a.month)}${sameYear ? '' : ` ${a.year}`}`;
      return `${first} – ${b.day} ${monthName(b.month)} ${b.year}${days}`;
    }
  }
}

/** The fiscal year a day belongs to: Korea January–December, Japan April–March (domain.md 6). */
export function fiscalYear(isoDate: string, side: Side): { year: number; from: string; to: string } {
  const { year, month } = parseDate(isoDate);
  if (side === 'kr') return { year, from: `${year}-01-01`, to: `${year}-12-31` };
  const start = month < 4 ? year - 1 : year;
  return { year: start, from: `${start}-04-01`, to: `${start + 1}-03-31` };
}

/** `2027 회계연도`, `令和9年度`, `FY2027`; a reader of the other country's year sees whose it is. */
export function formatFiscalYear(year: number, side: Side, lang: Language): string {
  switch (lang) {
    case 'ko':
      return side === 'kr' ? `${year} 회계연도` : `${year} 회계연도(일본)`;
    case 'ja':
      return side === 'jp' ? `${eraYear(`${year}-12-31`)}度` : `${year}会計年度(韓国)`;
    case 'en':
      return `FY${year} (${side === 'kr' ? 'Korea' : 'Japan'})`;
  }
}

function weekday(date: CalendarDate, lang: Language): string {
  const name = `(${WEEKDAYS[lang][date.weekday] ?? ''})`;
  return lang === 'en' ? ` ${name}` : name;
}

const bare = (day: string): string => day.replace(/^ \(|\)$/gu, '');
const monthName = (month: number): string => MONTHS[month - 1] ?? '';
const japaneseYear = (iso: string, { westernYear }: DateOptions): string =>
  eraYear(iso) + (westernYear ? `(${Number(iso.slice(0, 4))}年)` : '');
