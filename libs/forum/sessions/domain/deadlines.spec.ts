import { asStored, holidaysByRule, WorkingCalendar } from '#forum/working-days';
import { sessionDeadlines } from './deadlines.js';

const calendar = WorkingCalendar.of(holidaysByRule(2026, 2027).map(asStored));

describe('the deadlines of a session', () => {
  it.each<[string, Record<string, string>]>([
    ['2027-03-11', { agenda_proposal: '2027-02-05', delegation_list: '2027-02-26' }],
    ['2027-04-21', { agenda_proposal: '2027-03-19', delegation_list: '2027-04-09', minutes_agreed: '2027-05-06' }],
    ['2026-12-16', { minutes_agreed: '2027-01-04' }],
  ])('of %s fall on common working days (domain.md 5)', (start, expected) => {
    const dates = Object.fromEntries(
      sessionDeadlines(start, '2026-11-01', calendar).map(({ rule, date }) => [rule, date]),
    );
    expect(dates).toMatchObject(expected);
  });
});
