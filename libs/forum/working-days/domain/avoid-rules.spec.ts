import { avoidPeriodsByRule } from './avoid-rules.js';

const shown = (year: number): string[] =>
  avoidPeriodsByRule(year, year).map(({ side, rule, from, to }) => [side, rule, from, to].join(' '));

describe('days that a side would rather not meet on', () => {
  it('of 2027 are the feasts of Korea, the weeks off of Japan and the turn of the year', () => {
    expect(shown(2027)).toEqual([
      'kr seollal 2027-02-04 2027-02-10',
      'jp golden-week 2027-04-29 2027-05-05',
      'jp obon 2027-08-13 2027-08-16',
      'kr chuseok 2027-09-12 2027-09-18',
      'kr year-end 2027-12-29 2028-01-03',
      'jp year-end 2027-12-29 2028-01-03',
    ]);
  });

  it('follow the lunar table, and end with it', () => {
    expect(shown(2034)[0]).toBe('kr seollal 2034-02-16 2034-02-22');
    expect(() => avoidPeriodsByRule(2041, 2041)).toThrow(expect.objectContaining({ code: 'working-days.yearUnknown' }));
  });
});
