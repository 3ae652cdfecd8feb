import { dayBefore, firstDay, isPartialDate, lastDay, partialDate, shownDate } from './partial-date.js';

describe('A date as its source gives it', () => {
  it.each(['2000', '2000-09', '2000-09-23', '2024-02-29'])('%s is a date', (value) => {
    expect(isPartialDate(value)).toBe(true);
  });

  it.each(['2023-02-29', '2023-13', '2023-00', '2023-4-1', '23', '', '2023-04-31', 'May 2018', '1300'])(
    '%s is none',
    (value) => {
      expect(isPartialDate(value)).toBe(false);
    },
  );

  it('is shown no finer than it is known', () => {
    expect(shownDate({ value: '2012-06-30', precision: 'month' })).toEqual({ value: '2012-06', precision: 'month' });
    expect(shownDate(partialDate('2019'))).toEqual({ value: '2019', precision: 'year' });
  });

  it('spans from its first to its last possible day', () => {
    expect([firstDay('2024'), firstDay('2024-02'), firstDay('2024-02-03')]).toEqual([
      '2024-01-01',
      '2024-02-01',
      '2024-02-03',
    ]);
    expect([lastDay('2024'), lastDay('2024-02'), lastDay('2024-02-03')]).toEqual([
      '2024-12-31',
      '2024-02-29',
      '2024-02-03',
    ]);
  });

  it('ends a validity on the day before the next one', () => {
    expect(dayBefore('2023-12-26')).toBe('2023-12-25');
    expect(dayBefore('2024-03-01')).toBe('2024-02-29');
  });
});
