import holidayJp from '@holiday-jp/holiday_jp';
import type { RuleHoliday } from './holiday.types.js';
import { RULE_YEARS } from './lunar-table.js';
import { holidaysByRule } from './rules.js';

const YEARS = Array.from({ length: RULE_YEARS.last - RULE_YEARS.first + 1 }, (_, index) => RULE_YEARS.first + index);
const japanese = (year: number): RuleHoliday[] => holidaysByRule(year, year).filter(({ side }) => side === 'jp');
const on = (date: string): string[] =>
  japanese(Number(date.slice(0, 4)))
    .filter((day) => day.date === date)
    .map(({ rule }) => rule);

describe('Japanese holidays', () => {
  it.each(YEARS)('of %i agree with an independent table', (year) => {
    const own = japanese(year)
      .filter(({ kind }) => kind !== 'closure')
      .map(({ date }) => date);
    const other = Object.keys(holidayJp.holidays).filter((date) => date.startsWith(`${String(year)}-`));
    expect(own).toEqual(other.sort());
  });

  it('make a day between two holidays a holiday', () => {
    expect(on('2026-09-22')).toEqual(['sandwiched']);
    expect(on('2032-09-21')).toEqual(['sandwiched']);
    expect(on('2027-09-21')).toEqual([]);
  });

  it('move a Sunday past the following holidays, and never a Saturday', () => {
    expect(on('2027-03-22')).toEqual(['substitute.vernal']);
    expect(on('2026-05-06')).toEqual(['substitute.constitution']);
    expect(on('2028-05-01')).toEqual([]);
  });

  it('close ministries from 29 December to 3 January', () => {
    const closed = japanese(2027)
      .filter(({ kind }) => kind === 'closure')
      .map(({ date }) => date);
    expect(closed).toEqual(['2027-01-02', '2027-01-03', '2027-12-29', '2027-12-30', '2027-12-31']);
  });

  it('are gazetted to 2027 and predicted from 2028', () => {
    expect(new Set(japanese(2027).map(({ status }) => status))).toEqual(new Set(['gazetted']));
    expect(new Set(japanese(2028).map(({ status }) => status))).toEqual(new Set(['predicted']));
  });
});
