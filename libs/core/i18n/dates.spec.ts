import fc from 'fast-check';
import {
  eraYear,
  fiscalYear,
  formatDate,
  formatDateRange,
  formatFiscalYear,
  formatPartialDate,
  formatWeekday,
  isDate,
  parseDate,
} from './index.js';

const three = (iso: string): string[] => [formatDate(iso, 'ko'), formatDate(iso, 'ja'), formatDate(iso, 'en')];

/** An error of this code, for toThrow. */
const coded = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('a date', () => {
  it('prints as each side writes it (domain.md 8, case 12)', () => {
    expect(three('2026-02-27')).toEqual(['2026. 2. 27.(금)', '令和8年2月27日(金)', '27 February 2026 (Fri.)']);
    expect(three('2027-04-21')).toEqual(['2027. 4. 21.(수)', '令和9年4月21日(水)', '21 April 2027 (Wed.)']);
  });

  it('can do without the weekday and can add the western year', () => {
    expect(formatDate('2026-02-27', 'ko', { weekday: false })).toBe('2026. 2. 27.');
    expect(formatDate('2026-02-27', 'en', { weekday: false })).toBe('27 February 2026');
    expect(formatDate('2026-02-27', 'ja', { westernYear: true })).toBe('令和8年(2026年)2月27日(金)');
  });

  it('names every weekday', () => {
    const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07'];
    expect(days.map((day) => formatWeekday(day, 'ko')).join('')).toBe('일월화수목금토');
    expect(days.map((day) => formatWeekday(day, 'ja')).join('')).toBe('日月火水木金土');
    expect(days.map((day) => formatWeekday(day, 'en')).join(' ')).toBe('Sun. Mon. Tue. Wed. Thu. Fri. Sat.');
  });

  it.each([
    '',
    '2026-2-27',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '20260227',
    '2026-02-27T00:00:00Z',
    '２０２６-02-27',
  ])('refuses %j', (text) => {
    expect(isDate(text)).toBe(false);
    expect(() => formatDate(text, 'ko')).toThrow(coded('common.notADate'));
  });

  it('is the same day wherever the process runs, in every year', () => {
    const day = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (at) => {
        const iso = at.toISOString().slice(0, 10);
        expect(isDate(iso)).toBe(true);
        const { year, month, day: dayOfMonth, weekday } = parseDate(iso);
        expect([year, month, dayOfMonth, weekday]).toEqual([
          at.getUTCFullYear(),
          at.getUTCMonth() + 1,
          at.getUTCDate(),
          at.getUTCDay(),
        ]);
      }),
    );
  });
});

describe('the Japanese era', () => {
  it.each([
    ['2019-04-30', '平成31年'],
    ['2019-05-01', '令和元年'],
    ['2020-01-01', '令和2年'],
    ['1989-01-07', '昭和64年'],
    ['1989-01-08', '平成元年'],
    ['2000-09-23', '平成12年'],
    ['2018-05-28', '平成30年'],
    ['2023-05-30', '令和5年'],
    ['1965-06-22', '昭和40年'],
    ['1926-12-25', '昭和元年'],
    ['1926-12-24', '1926年'],
  ])('of %s is %s', (iso, year) => {
    expect(eraYear(iso)).toBe(year);
  });
});

describe('a date known in part', () => {
  it('prints no more than is known', () => {
    const month = { value: '2026-02', precision: 'month' } as const;
    expect([formatPartialDate(month, 'ko'), formatPartialDate(month, 'ja'), formatPartialDate(month, 'en')]).toEqual([
      '2026년 2월',
      '令和8年2月',
      'February 2026',
    ]);
    const year = { value: '1998', precision: 'year' } as const;
    expect([formatPartialDate(year, 'ko'), formatPartialDate(year, 'ja'), formatPartialDate(year, 'en')]).toEqual([
      '1998년',
      '平成10年',
      '1998',
    ]);
    expect(formatPartialDate({ value: '2026-02-27', precision: 'day' }, 'ja')).toBe('令和8年2月27日(金)');
  });

  it('names both eras of a year or month in which the era changed', () => {
    expect(formatPartialDate({ value: '1989', precision: 'year' }, 'ja')).toBe('昭和64年・平成元年');
    expect(formatPartialDate({ value: '2019', precision: 'year' }, 'ja')).toBe('平成31年・令和元年');
    expect(formatPartialDate({ value: '1989-01', precision: 'month' }, 'ja')).toBe('昭和64年・平成元年1月');
    expect(formatPartialDate({ value: '2019-04', precision: 'month' }, 'ja')).toBe('平成31年4月');
    expect(formatPartialDate({ value: '2019-05', precision: 'month' }, 'ja')).toBe('令和元年5月');
    expect(formatPartialDate({ value: '1926-12', precision: 'month' }, 'ja')).toBe('1926年・昭和元年12月');
    expect(formatPartialDate({ value: '2023', precision: 'year' }, 'ja', { westernYear: true })).toBe(
      '令和5年(2023年)',
    );
  });

  it('refuses a value that is not of its precision', () => {
    for (const precision of ['year', 'month', 'day'] as const) {
      expect(() => formatPartialDate({ value: '2026-0', precision }, 'en')).toThrow();
    }
    expect(() => formatPartialDate({ value: '2026-13', precision: 'month' }, 'en')).toThrow();
  });
});

describe('a range of days', () => {
  const range = (from: string, to: string): string[] => [
    formatDateRange(from, to, 'ko'),
    formatDateRange(from, to, 'ja'),
    formatDateRange(from, to, 'en'),
  ];

  it('prints once what both days share', () => {
    expect(range('2027-03-11', '2027-03-12')).toEqual([
      '2027. 3. 11.(목)~3. 12.(금)',
      '令和9年3月11日(木)~12日(金)',
      '11–12 March 2027 (Thu.–Fri.)',
    ]);
    expect(range('2027-10-11', '2027-11-12')).toEqual([
      '2027. 10. 11.(월)~11. 12.(금)',
      '令和9年10月11日(月)~11月12日(金)',
      '11 October – 12 November 2027 (Mon.–Fri.)',
    ]);
    expect(range('2026-12-31', '2027-01-02')).toEqual([
      '2026. 12. 31.(목)~2027. 1. 2.(토)',
      '令和8年12月31日(木)~令和9年1月2日(土)',
      '31 December 2026 – 2 January 2027 (Thu.–Sat.)',
    ]);
    expect(formatDateRange('2019-04-30', '2019-05-02', 'ja')).toBe('平成31年4月30日(火)~令和元年5月2日(木)');
    expect(formatDateRange('2027-03-11', '2027-03-12', 'en', { weekday: false })).toBe('11–12 March 2027');
  });

  it('of one day is a date', () => {
    expect(formatDateRange('2027-03-11', null, 'ko')).toBe('2027. 3. 11.(목)');
    expect(formatDateRange('2027-03-11', '2027-03-11', 'ja')).toBe('令和9年3月11日(木)');
  });
});

describe('the fiscal year', () => {
  it('is January to December in Korea and April to March in Japan', () => {
    expect(fiscalYear('2027-03-31', 'kr')).toEqual({ year: 2027, from: '2027-01-01', to: '2027-12-31' });
    expect(fiscalYear('2027-03-31', 'jp')).toEqual({ year: 2026, from: '2026-04-01', to: '2027-03-31' });
    expect(fiscalYear('2027-04-01', 'jp')).toEqual({ year: 2027, from: '2027-04-01', to: '2028-03-31' });
  });

  it('is named in the way of its country, and says whose it is to the other', () => {
    expect([formatFiscalYear(2027, 'kr', 'ko'), formatFiscalYear(2027, 'jp', 'ko')]).toEqual([
      '2027 회계연도',
      '2027 회계연도(일본)',
    ]);
    expect([formatFiscalYear(2027, 'jp', 'ja'), formatFiscalYear(2027, 'kr', 'ja')]).toEqual([
      '令和9年度',
      '2027会計年度(韓国)',
    ]);
    expect([formatFiscalYear(2019, 'jp', 'ja'), formatFiscalYear(2027, 'jp', 'en')]).toEqual([
      '令和元年度',
      'FY2027 (Japan)',
    ]);
  });
});
