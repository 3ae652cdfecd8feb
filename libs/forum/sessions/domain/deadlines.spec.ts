import { asStored, holidaysByRule, WorkingCalendar } from '#forum/working-days';
import { RuleBook } from '#forum/reminder-rules';
import { sessionDeadlines, sessionDueDate } from './deadlines.js';

const calendar = WorkingCalendar.of(holidaysByRule(2026, 2027).map(asStored));

describe('the deadlines of a session', () => {
  it.each<[string, Record<string, string>]>([
    ['2027-03-11', { agenda_proposal: '2027-02-05', delegation_list: '2027-02-26' }],
    ['2027-04-21', { agenda_proposal: '2027-03-19', delegation_list: '2027-04-09', minutes_agreed: '2027-05-06' }],
    ['2026-12-16', { minutes_agreed: '2027-01-04' }],
  ])('of %s fall on common working days (domain.md 5)', (start, expected) => {
    const dates = Object.fromEntries(
      sessionDeadlines(start, '2026-11-01', calendar, RuleBook.standard).map(({ rule, date }) => [rule, date]),
    );
    expect(dates).toMatchObject(expected);
  });

  it('follow the rules of the channel, earliest first, and a rule that reminds nobody keeps its date', () => {
    const rules = new RuleBook(
      new Map([
        ['delegation_list', { offset: -35 }],
        ['agenda_proposal', { enabled: false }],
      ]),
    );
    const found = sessionDeadlines('2027-04-21', '2027-03-18', calendar, rules);
    expect(found.slice(0, 4).map(({ rule, date, passed }) => [rule, date, passed])).toEqual([
      ['date_proposal', '2027-01-21', true],
      ['commitments_reviewed', '2027-03-05', true],
      ['delegation_list', '2027-03-17', true],
      ['agenda_proposal', '2027-03-19', false],
    ]);
    expect(sessionDueDate('delegation_list', '2027-04-21', calendar, rules)).toBe('2027-03-17');
    expect(sessionDueDate('delegation_list', '2027-04-21', calendar, RuleBook.standard)).toBe('2027-04-09');
  });
});
