import { asStored, holidaysByRule, WorkingCalendar } from '#forum/working-days';
import { isOfficeHour, planDays } from './planning.js';
import { RuleBook } from '#forum/reminder-rules';

const calendar = WorkingCalendar.of(holidaysByRule(2026, 2028).map(asStored));
const actionItem = { offsets: RuleBook.standard.get('action-item').remindAt };
const days = (due: string, side: 'kr' | 'jp') =>
  planDays(actionItem, due, side, calendar).map(({ offsetDays, date }) => [offsetDays, date]);

describe('days of one reader that fall on one day', () => {
  it('are told once, for the latest, in whatever order they are given', () => {
    // Friday 18 June: the days after it fall on Monday.
    const told = planDays({ offsets: [7, 2, 1, 3, 1] }, '2027-06-18', 'kr', calendar);
    expect(told.map(({ offsetDays, date }) => [offsetDays, date])).toEqual([
      [3, '2027-06-21'],
      [7, '2027-06-25'],
    ]);
  });
});

describe('reminders of an action due 2027-05-06 (domain.md 8, case 7)', () => {
  it('reach a Japanese owner around Golden Week', () => {
    expect(days('2027-05-06', 'jp')).toEqual([
      [-14, '2027-04-22'],
      [-7, '2027-04-28'],
      [-1, '2027-04-30'],
      [0, '2027-05-06'],
      [1, '2027-05-07'],
      [7, '2027-05-13'],
    ]);
  });

  it('reach a Korean owner around Children’s Day and Buddha’s Birthday', () => {
    expect(days('2027-05-06', 'kr')).toEqual([
      [-14, '2027-04-22'],
      [-7, '2027-04-29'],
      [-1, '2027-05-04'],
      [0, '2027-05-06'],
      [1, '2027-05-07'],
      [7, '2027-05-14'],
    ]);
  });

  it('go out at half past nine where the owner sits', () => {
    expect(planDays(actionItem, '2027-05-06', 'jp', calendar)[0]?.dueAt).toBe('2027-04-22T00:30:00Z');
  });
});

describe('planning', () => {
  it('lets the later offset speak where two fall on one day', () => {
    const rule = { offsets: [-3, -2, -1] };
    expect(planDays(rule, '2027-05-06', 'jp', calendar)).toMatchObject([{ offsetDays: -1, date: '2027-04-30' }]);
  });

  it.each([
    ['2027-05-06T00:29:59Z', 'kr', false],
    ['2027-05-06T00:30:00Z', 'kr', true],
    ['2027-05-06T07:59:59Z', 'jp', true],
    ['2027-05-06T08:00:00Z', 'jp', false],
    ['2027-05-13T01:00:00Z', 'kr', false],
    ['2027-05-13T01:00:00Z', 'jp', true],
  ] as const)('at %s mail may go out to %s: %s', (instant, side, open) => {
    expect(isOfficeHour(instant, side, calendar)).toBe(open);
  });
});
