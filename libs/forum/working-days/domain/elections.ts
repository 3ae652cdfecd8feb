import { addDays, plainDay, weekdayFrom, WEDNESDAY } from './plain-day.js';
import type { PlainDay } from './holiday.types.js';
import type { KoreanRule } from './holiday-names.js';

/** A Korean election at the end of a term is a public holiday; elections called early can only be entered by a person. */
export interface ElectionDay {
  readonly rule: Extract<KoreanRule, 'presidential' | 'assembly' | 'local'>;
  readonly date: PlainDay;
}

interface Term {
  readonly rule: ElectionDay['rule'];
  readonly every: number;
  /** A year in which the term ends. */
  readonly endsIn: number;
  readonly month: number;
  readonly day: number;
  /** Days before the end of the term from which the first Wednesday is election day (Public Official Election Act, art. 34). */
  readonly daysBefore: number;
}

const TERMS: readonly Term[] = [
  { rule: 'presidential', every: 5, endsIn: 2030, month: 6, day: 3, daysBefore: 70 },
  { rule: 'assembly', every: 4, endsIn: 2028, month: 5, day: 29, daysBefore: 50 },
  { rule: 'local', every: 4, endsIn: 2026, month: 6, day: 30, daysBefore: 30 },
];

/** The presidential election of 3 June 2025 was called early, so terms before it do not follow the present cycle. */
const FIRST_REGULAR_PRESIDENTIAL = 2030;

/**
 * Regular election days of a year. When the Wednesday, the day before or the day after it is a holiday, the election moves
 * a week later (same article): 2030-06-05 moves to 06-12 because of Memorial Day.
 */
export function regularElections(year: number, holidays: ReadonlySet<PlainDay>): ElectionDay[] {
  return TERMS.filter((term) => isTermEnd(term, year)).map((term) => {
    const from = addDays(plainDay(year, term.month, term.day), -term.daysBefore);
    return { rule: term.rule, date: clearOfHolidays(weekdayFrom(from, WEDNESDAY), holidays) };
  });
}

function isTermEnd(term: Term, year: number): boolean {
  if (term.rule === 'presidential' && year < FIRST_REGULAR_PRESIDENTIAL) return false;
  return (year - term.endsIn) % term.every === 0;
}

function clearOfHolidays(wednesday: PlainDay, holidays: ReadonlySet<PlainDay>): PlainDay {
  const near = [-1, 0, 1].some((shift) => holidays.has(addDays(wednesday, shift)));
  return near ? clearOfHolidays(addDays(wednesday, 7), holidays) : wednesday;
}
