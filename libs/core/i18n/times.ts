import { commonErrors, type Language } from '#core/kernel';
import { Temporal } from 'temporal-polyfill';
import { formatDate, type DateOptions } from './dates.js';

/** A wall clock reading: what the clock and calendar of a zone show at an instant. */
export interface WallClock {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`, 24 hours. */
  readonly time: string;
  /** `+09:00`. */
  readonly offset: string;
}

interface ZoneWords {
  readonly standard: string;
  readonly summer?: string;
}

// Agreed words: glossary cal.kst, cal.jst. Zones that are not listed are named by their offset alone.
const ZONES: Record<string, Record<Language, ZoneWords>> = {
  'Asia/Seoul': { ko: { standard: 'KST' }, ja: { standard: 'KST' }, en: { standard: 'KST' } },
  'Asia/Tokyo': { ko: { standard: 'JST' }, ja: { standard: 'JST' }, en: { standard: 'JST' } },
  'Asia/Shanghai': {
    ko: { standard: '중국 표준시' },
    ja: { standard: '中国標準時' },
    en: { standard: 'China Standard Time' },
  },
  'Europe/Zurich': {
    ko: { standard: '중앙유럽 표준시', summer: '중앙유럽 하계 표준시' },
    ja: { standard: '中央ヨーロッパ標準時', summer: '中央ヨーロッパ夏時間' },
    en: { standard: 'CET', summer: 'CEST' },
  },
};

const LONG_NAMES: Record<string, Record<Language, string>> = {
  'Asia/Seoul': { ko: '한국 표준시(KST)', ja: '韓国標準時(KST)', en: 'Korea Standard Time (KST)' },
  'Asia/Tokyo': { ko: '일본 표준시(JST)', ja: '日本標準時(JST)', en: 'Japan Standard Time (JST)' },
};

/** What clocks in `zone` (IANA) show at `instant` (ISO 8601). Throws common.notAnInstant or common.notATimeZone. */
export function wallClock(instant: string, zone: string): WallClock {
  const at = zoned(instant, zone);
  return { date: at.toPlainDate().toString(), time: clock(at.hour, at.minute), offset: at.offset };
}

/** The instant (ISO UTC) at which clocks in `zone` show this. In a gap or a doubled hour: the later side of the gap, the first of the two. */
export function instantOf(date: string, time: string, zone: string): string {
  const [hour, minute] = parseTime(time);
  try {
    return Temporal.PlainDate.from(date)
      .toZonedDateTime({ timeZone: zone, plainTime: { hour, minute } })
      .toInstant()
      .toString();
  } catch (cause) {
    throw commonErrors.malformed({}, [], { cause });
  }
}

/** True when both zones show the same time at this instant, so that one of them is enough to print. */
export const sameWallClock = (instant: string, zone: string, other: string): boolean =>
  wallClock(instant, zone).offset === wallClock(instant, other).offset;

/** `14:00`, in all three languages (24 hours, domain.md 6). Takes `HH:MM` or `HH:MM:SS`; throws common.notATime. */
export function formatTime(time: string): string {
  return clock(...parseTime(time));
}

/** `14:00~15:00` in Korean and Japanese, `14:00–15:00` in English. */
export const formatTimeRange = (from: string, to: string, lang: Language): string =>
  `${formatTime(from)}${lang === 'en' ? '–' : '~'}${formatTime(to)}`;

/** `2027. 3. 11.(목) 14:00 (KST, UTC+9)`: an instant (ISO) as clocks in `zone` show it, with the zone's word and offset. */
export function formatDateTime(instant: string, zone: string, lang: Language, options: DateOptions = {}): string {
  const at = zoned(instant, zone);
  return `${formatDate(at.toPlainDate().toString(), lang, options)} ${timeIn(at, lang)}`;
}

/** The time part alone: `14:00 (KST, UTC+9)`. */
export const formatTimeIn = (instant: string, zone: string, lang: Language): string =>
  timeIn(zoned(instant, zone), lang);

/** `KST, UTC+9`; `CEST, UTC+2` in summer; `UTC+5:30` for a zone without an agreed word. */
export const formatZone = (instant: string, zone: string, lang: Language): string =>
  zoneWord(zoned(instant, zone), lang);

/** The agreed long name of a zone: `한국 표준시(KST)`; otherwise its IANA name. */
export const zoneName = (zone: string, lang: Language): string => LONG_NAMES[zone]?.[lang] ?? zone;

function formatOffset(offset: string): string {
  const [, sign = '+', hours = '0', minutes = '00'] = /^([+-])(\d{2}):(\d{2})/u.exec(offset) ?? [];
  if (Number(hours) === 0 && minutes === '00') return 'UTC';
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

const timeIn = (at: Temporal.ZonedDateTime, lang: Language): string =>
  `${clock(at.hour, at.minute)} (${zoneWord(at, lang)})`;

function zoneWord(at: Temporal.ZonedDateTime, lang: Language): string {
  const words = ZONES[at.timeZoneId]?.[lang];
  const word = words?.summer !== undefined && isSummer(at) ? words.summer : words?.standard;
  return word ? `${word}, ${formatOffset(at.offset)}` : formatOffset(at.offset);
}

/** Summer time is the larger of the offsets of January and July. */
function isSummer(at: Temporal.ZonedDateTime): boolean {
  const inMonth = (month: number): number => at.with({ month, day: 15 }).offsetNanoseconds;
  return at.offsetNanoseconds > Math.min(inMonth(1), inMonth(7));
}

function zoned(instant: string, zone: string): Temporal.ZonedDateTime {
  let at: Temporal.Instant;
  try {
    at = Temporal.Instant.from(instant);
  } catch (cause) {
    throw commonErrors.notAnInstant({}, [], { cause });
  }
  try {
    return at.toZonedDateTimeISO(zone);
  } catch (cause) {
    throw commonErrors.notATimeZone({}, [], { cause });
  }
}

function parseTime(time: string): [number, number] {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?$/u.exec(time) ?? [];
  if (hour === undefined || minute === undefined) throw commonErrors.notATime();
  return [Number(hour), Number(minute)];
}

const clock = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
