import { JAPANESE_NAMES, japaneseSubstituteName, type JapaneseRule } from './holiday-names.js';
import type { HolidayKind, HolidayNames, HolidayStatus, PlainDay, RuleHoliday } from './holiday.types.js';
import type { LunarYear } from './lunar-table.js';
import { addDays, isWeekend, MONDAY, nthWeekday, plainDay, SUNDAY, weekday } from './plain-day.js';

interface NamedDay {
  readonly rule: JapaneseRule;
  readonly date: PlainDay;
}

/** Equinoxes are fixed in the Gazette of February of the year before (`calendar_reference.status.JP`). */
const GAZETTED_TO = 2027;

/** Holidays of a year by the Act on National Holidays, plus the closure 29 December – 3 January of government offices, in date order. */
export function japaneseHolidays(year: number, lunar: LunarYear): RuleHoliday[] {
  const status: HolidayStatus = year <= GAZETTED_TO ? 'gazetted' : 'predicted';
  const day = (kind: HolidayKind, date: PlainDay, rule: string, names: HolidayNames): RuleHoliday => ({
    side: 'jp',
    date,
    rule,
    kind,
    status,
    names,
  });
  const national = nationalHolidays(year, lunar);
  const dates = new Set(national.map(({ date }) => date));
  return [
    ...national.map(({ rule, date }) => day('public', date, rule, JAPANESE_NAMES[rule])),
    ...national
      .filter(({ date }) => weekday(date) === SUNDAY)
      .map(({ rule, date }) =>
        day('substitute', nextFree(date, dates), `substitute.${rule}`, japaneseSubstituteName(JAPANESE_NAMES[rule])),
      ),
    ...sandwiched(national, dates).map((date) => day('sandwiched', date, 'sandwiched', JAPANESE_NAMES.sandwiched)),
    ...closures(year).map((date) => day('closure', date, 'closure', JAPANESE_NAMES.closure)),
  ].sort((a, b) => a.date.localeCompare(b.date));
}

function nationalHolidays(year: number, lunar: LunarYear): NamedDay[] {
  return [
    { rule: 'new-year', date: plainDay(year, 1, 1) },
    { rule: 'coming-of-age', date: nthWeekday(year, 1, MONDAY, 2) },
    { rule: 'foundation', date: plainDay(year, 2, 11) },
    { rule: 'emperor', date: plainDay(year, 2, 23) },
    { rule: 'vernal', date: lunar.vernal },
    { rule: 'showa', date: plainDay(year, 4, 29) },
    { rule: 'constitution', date: plainDay(year, 5, 3) },
    { rule: 'greenery', date: plainDay(year, 5, 4) },
    { rule: 'children', date: plainDay(year, 5, 5) },
    { rule: 'marine', date: nthWeekday(year, 7, MONDAY, 3) },
    { rule: 'mountain', date: plainDay(year, 8, 11) },
    { rule: 'aged', date: nthWeekday(year, 9, MONDAY, 3) },
    { rule: 'autumnal', date: lunar.autumnal },
    { rule: 'sports', date: nthWeekday(year, 10, MONDAY, 2) },
    { rule: 'culture', date: plainDay(year, 11, 3) },
    { rule: 'labor', date: plainDay(year, 11, 23) },
  ];
}

/** The next day after a Sunday holiday that is no national holiday itself (act, art. 3 (2)); Saturdays do not move. */
function nextFree(date: PlainDay, holidays: ReadonlySet<PlainDay>): PlainDay {
  const next = addDays(date, 1);
  return holidays.has(next) ? nextFree(next, holidays) : next;
}

/** A weekday with a national holiday on both sides is a holiday itself (act, art. 3 (3)): 22 September 2026. */
function sandwiched(national: readonly NamedDay[], holidays: ReadonlySet<PlainDay>): PlainDay[] {
  return national
    .map(({ date }) => addDays(date, 1))
    .filter((date) => !holidays.has(date) && !isWeekend(date) && holidays.has(addDays(date, 1)));
}

/** Offices of the state close from 29 December to 3 January by their own act; 1 January is a holiday already. */
function closures(year: number): PlainDay[] {
  return [
    plainDay(year, 1, 2),
    plainDay(year, 1, 3),
    plainDay(year, 12, 29),
    plainDay(year, 12, 30),
    plainDay(year, 12, 31),
  ];
}
