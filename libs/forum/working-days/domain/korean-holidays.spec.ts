import { getHolidayPreset } from '@hyunbinseo/holidays-kr';
import type { RuleHoliday } from './holiday.types.js';
import { holidaysByRule } from './rules.js';

const korean = (year: number): RuleHoliday[] => holidaysByRule(year, year).filter(({ side }) => side === 'kr');
const dates = (year: number): string[] => [...new Set(korean(year).map(({ date }) => date))];
const kindsOn = (date: string): string[] =>
  korean(Number(date.slice(0, 4)))
    .filter((day) => day.date === date)
    .map(({ rule }) => rule);

describe('Korean holidays', () => {
  it.each([2023, 2024, 2025, 2026, 2027])('of %i are those of the Gazette', async (year) => {
    const gazette = await getHolidayPreset(String(year));
    expect(dates(year)).toEqual(Object.keys(gazette).sort());
  });

  it('of 2028 are those of the reference table', () => {
    expect(dates(2028)).toEqual([
      '2028-01-01',
      '2028-01-26',
      '2028-01-27',
      '2028-01-28',
      '2028-03-01',
      '2028-04-12',
      '2028-05-01',
      '2028-05-02',
      '2028-05-05',
      '2028-06-06',
      '2028-07-17',
      '2028-08-15',
      '2028-10-02',
      '2028-10-03',
      '2028-10-04',
      '2028-10-05',
      '2028-10-09',
      '2028-12-25',
    ]);
  });

  it.each([
    ['2027-02-09', 'substitute.seollal'],
    ['2027-05-03', 'substitute.labor'],
    ['2027-07-19', 'substitute.constitution'],
    ['2027-08-16', 'substitute.liberation'],
    ['2027-10-04', 'substitute.foundation'],
    ['2027-10-11', 'substitute.hangul'],
    ['2027-12-27', 'substitute.christmas'],
    ['2028-10-05', 'substitute.chuseok'],
    ['2025-05-06', 'substitute.buddha'],
  ])('have a substitute on %s by %s', (date, rule) => {
    expect(kindsOn(date)).toEqual([rule]);
  });

  it('give no substitute for Memorial Day, New Year’s Day or a Saturday of Seollal', () => {
    expect(kindsOn('2027-06-07')).toEqual([]);
    expect(kindsOn('2028-01-03')).toEqual([]);
    expect(
      korean(2024)
        .filter(({ rule }) => rule === 'substitute.seollal')
        .map(({ date }) => date),
    ).toEqual(['2024-02-12']);
  });

  it('count Labor Day and Constitution Day only since 2026', () => {
    expect(kindsOn('2025-05-01')).toEqual([]);
    expect(kindsOn('2025-07-17')).toEqual([]);
    expect(kindsOn('2026-05-01')).toEqual(['labor']);
    expect(kindsOn('2026-07-17')).toEqual(['constitution']);
  });

  it('take the lunar days of 2033 and 2034 from the table', () => {
    expect(kindsOn('2033-09-08')).toEqual(['chuseok']);
    expect(kindsOn('2034-02-19')).toEqual(['seollal']);
    expect(kindsOn('2034-02-21')).toEqual(['substitute.seollal']);
  });

  it('give two substitutes when Chuseok meets both a Friday holiday and a Sunday', () => {
    expect(
      korean(2036)
        .filter(({ kind, date }) => kind === 'substitute' && date.startsWith('2036-10'))
        .map(({ date }) => date),
    ).toEqual(['2036-10-06', '2036-10-07']);
  });

  it('move an election a week when a holiday is beside it', () => {
    expect(
      korean(2030)
        .filter(({ kind }) => kind === 'election')
        .map(({ date, rule }) => [date, rule]),
    ).toEqual([
      ['2030-03-27', 'presidential'],
      ['2030-06-12', 'local'],
    ]);
    expect(kindsOn('2032-04-14')).toEqual(['assembly']);
  });

  it('say how sure they are', () => {
    expect([2026, 2027, 2028].map((year) => new Set(korean(year).map(({ status }) => status)))).toEqual([
      new Set(['gazetted']),
      new Set(['computed']),
      new Set(['predicted']),
    ]);
  });

  it('refuse a year without a lunar table', () => {
    expect(() => holidaysByRule(2041, 2041)).toThrow(
      expect.objectContaining({ code: 'working-days.yearUnknown', params: { year: 2041, first: 2023, last: 2040 } }),
    );
  });
});
