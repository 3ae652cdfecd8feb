import { KOREAN_NAMES, koreanSubstituteName, type KoreanRule } from './holiday-names.js';
import type { HolidayKind, HolidayStatus, PlainDay, RuleHoliday } from './holiday.types.js';
import type { LunarYear } from './lunar-table.js';
import { regularElections } from './elections.js';
import { addDays, isWeekend, plainDay, SATURDAY, SUNDAY, weekday, yearOf } from './plain-day.js';

/** `weekend`: Saturday, Sunday or a clash moves it; `sunday`: only Sunday or a clash; `none`: never (domain.md 5). */
type Substitute = 'weekend' | 'sunday' | 'none';

interface BaseDay {
  readonly rule: KoreanRule;
  readonly date: PlainDay;
  readonly substitute: Substitute;
  readonly kind: HolidayKind;
}

const FIXED: readonly { rule: KoreanRule; month: number; day: number; substitute: Substitute; since?: number }[] = [
  { rule: 'new-year', month: 1, day: 1, substitute: 'none' },
  { rule: 'samil', month: 3, day: 1, substitute: 'weekend' },
  { rule: 'labor', month: 5, day: 1, substitute: 'weekend', since: 2026 },
  { rule: 'children', month: 5, day: 5, substitute: 'weekend' },
  { rule: 'memorial', month: 6, day: 6, substitute: 'none' },
  { rule: 'constitution', month: 7, day: 17, substitute: 'weekend', since: 2026 },
  { rule: 'liberation', month: 8, day: 15, substitute: 'weekend' },
  { rule: 'foundation', month: 10, day: 3, substitute: 'weekend' },
  { rule: 'hangul', month: 10, day: 9, substitute: 'weekend' },
  { rule: 'christmas', month: 12, day: 25, substitute: 'weekend' },
];

/** Days decided by the Cabinet and an election called early: no rule gives them, the Gazette does. */
const DECREED: readonly { rule: KoreanRule; date: PlainDay; kind: HolidayKind }[] = [
  { rule: 'temporary', date: '2023-10-02', kind: 'temporary' },
  { rule: 'temporary', date: '2024-10-01', kind: 'temporary' },
  { rule: 'temporary', date: '2025-01-27', kind: 'temporary' },
  { rule: 'presidential', date: '2025-06-03', kind: 'election' },
];

/** Last year printed in the Gazette and last year computed from the law and cross-checked (`calendar_reference.status.KR`). */
const GAZETTED_TO = 2026;
const COMPUTED_TO = 2027;

/** All Korean public holidays of a year from the Regulation on Holidays of Government Offices, in date order. */
export function koreanHolidays(year: number, lunar: LunarYear): RuleHoliday[] {
  const base = baseDays(year, lunar);
  const status = koreanStatus(year);
  const own = base.map(({ rule, date, kind }) => ({
    side: 'kr' as const,
    date,
    rule,
    kind,
    status,
    names: KOREAN_NAMES[rule],
  }));
  return [...own, ...substitutes(base, status)].sort((a, b) => a.date.localeCompare(b.date));
}

function koreanStatus(year: number): HolidayStatus {
  if (year <= GAZETTED_TO) return 'gazetted';
  return year <= COMPUTED_TO ? 'computed' : 'predicted';
}

function baseDays(year: number, lunar: LunarYear): BaseDay[] {
  const lawful: BaseDay[] = [
    ...FIXED.filter(({ since }) => since === undefined || year >= since).map(({ rule, month, day, substitute }) => ({
      rule,
      date: plainDay(year, month, day),
      substitute,
      kind: 'public' as const,
    })),
    ...threeDays('seollal', lunar.seollal),
    { rule: 'buddha', date: lunar.buddha, substitute: 'weekend', kind: 'public' },
    ...threeDays('chuseok', lunar.chuseok),
  ];
  const dates = new Set(lawful.map(({ date }) => date));
  const elections = regularElections(year, dates).map(({ rule, date }) => ({
    rule,
    date,
    substitute: 'none' as const,
    kind: 'election' as const,
  }));
  const decreed = DECREED.filter(({ date }) => yearOf(date) === year).map((day) => ({
    ...day,
    substitute: 'none' as const,
  }));
  return [...lawful, ...elections, ...decreed].sort((a, b) => a.date.localeCompare(b.date));
}

function threeDays(feast: 'seollal' | 'chuseok', middle: PlainDay): BaseDay[] {
  return [
    { rule: `${feast}-eve`, date: addDays(middle, -1), substitute: 'sunday', kind: 'public' },
    { rule: feast, date: middle, substitute: 'sunday', kind: 'public' },
    { rule: `${feast}-after`, date: addDays(middle, 1), substitute: 'sunday', kind: 'public' },
  ];
}

/** Each cause takes the first day after it that is neither a weekend day, nor a holiday, nor already a substitute. */
function substitutes(base: readonly BaseDay[], status: HolidayStatus): RuleHoliday[] {
  const taken = new Set(base.map(({ date }) => date));
  return causes(base).map(({ rule, date }) => {
    let free = addDays(date, 1);
    while (isWeekend(free) || taken.has(free)) free = addDays(free, 1);
    taken.add(free);
    const of = feastOf(rule);
    const names = koreanSubstituteName(KOREAN_NAMES[of]);
    return { side: 'kr', date: free, rule: `substitute.${of}`, kind: 'substitute', status, names };
  });
}

/** Weekend days that move, plus one cause for each weekday on which a movable holiday meets another public holiday. */
function causes(base: readonly BaseDay[]): BaseDay[] {
  const onWeekend = base.filter(({ date, substitute }) => movesFrom(weekday(date), substitute));
  const onWeekday = base.filter(({ date, kind }) => kind === 'public' && !isWeekend(date));
  const clashes = [...new Set(onWeekday.map(({ date }) => date))]
    .map((date) => onWeekday.filter((day) => day.date === date))
    .filter((days) => days.length > 1)
    .flatMap((days) => days.filter(({ substitute }) => substitute !== 'none').slice(-1));
  return [...onWeekend, ...clashes].sort((a, b) => a.date.localeCompare(b.date));
}

function movesFrom(isoWeekday: number, substitute: Substitute): boolean {
  if (substitute === 'none') return false;
  return isoWeekday === SUNDAY || (isoWeekday === SATURDAY && substitute === 'weekend');
}

/** A substitute is named after the feast, not after its eve: `대체공휴일(설날)`. */
function feastOf(rule: KoreanRule): KoreanRule {
  if (rule === 'seollal-eve' || rule === 'seollal-after') return 'seollal';
  return rule === 'chuseok-eve' || rule === 'chuseok-after' ? 'chuseok' : rule;
}
