import { holidaysByRule, WorkingCalendar, asStored } from '#forum/working-days';
import { RuleBook } from '#forum/reminder-rules';
import { radioTimers } from './timers.js';

const calendar = WorkingCalendar.of(holidaysByRule(2026, 2028).map(asStored));

type Timed = Parameters<typeof radioTimers>[0];
const timed = (over: Partial<Timed>): Timed => ({
  status: 'reported',
  type: 'interference_case',
  reportedSide: 'kr',
  reportedOn: '2027-04-27',
  acknowledgedOn: null,
  statusSince: '2027-04-27T01:00:00.000Z',
  measurementCount: 0,
  raised: [],
  nextCheck: null,
  today: '2027-04-28',
  ...over,
});

describe('Time limits of a radio case', () => {
  it('give the other side five common working days to acknowledge, counted over the holidays of both', () => {
    // 29 April, 3 to 5 May are days off on one side or the other.
    expect(radioTimers(timed({}), calendar, RuleBook.standard)).toMatchObject([
      { rule: 'acknowledge', side: 'jp', due: '2027-05-10', late: false },
    ]);
    expect(radioTimers(timed({ today: '2027-05-11', reportedSide: 'jp' }), calendar, RuleBook.standard)).toMatchObject([
      { side: 'kr', daysLeft: -1, late: true, suggestsLevel: true },
    ]);
  });

  it('are those of its channel where the two sides agreed on others', () => {
    const rules = new RuleBook(
      new Map([
        ['radio-acknowledge', { offset: 2 }],
        ['radio-measure', { offset: 60 }],
      ]),
    );
    expect(radioTimers(timed({}), calendar, rules)).toMatchObject([{ rule: 'acknowledge', due: '2027-04-30' }]);
    const acknowledged = timed({ status: 'acknowledged', acknowledgedOn: '2027-04-01' });
    expect(radioTimers(acknowledged, calendar, rules)).toMatchObject([{ rule: 'measure', due: '2027-05-31' }]);
  });

  it('ask for measurements within thirty days of the acknowledgement, of what can be heard', () => {
    const acknowledged = { status: 'acknowledged', acknowledgedOn: '2027-04-01' } as const;
    expect(radioTimers(timed(acknowledged), calendar, RuleBook.standard)).toMatchObject([
      { rule: 'measure', side: null, due: '2027-05-06' },
    ]);
    expect(radioTimers(timed({ ...acknowledged, type: 'satellite_filing' }), calendar, RuleBook.standard)).toEqual([]);
    expect(radioTimers(timed({ ...acknowledged, measurementCount: 1 }), calendar, RuleBook.standard)).toEqual([]);
  });

  it('count two held meetings of directors-general since the last step, and no others', () => {
    const session = {
      id: 's',
      channelName: { source: 'en', revision: 1 },
      ordinalKr: 1,
      ordinalJp: 1,
      startDate: '2027-05-01',
    } as const;
    const meeting = (over: object) => ({
      session,
      channelId: 'c',
      level: 'dg',
      held: true,
      startDate: '2027-05-01',
      ...over,
    });
    const rules = (...raised: Timed['raised']) =>
      radioTimers(timed({ status: 'under_coordination', raised }), calendar, RuleBook.standard).map(({ rule }) => rule);
    expect(rules(meeting({}), meeting({}))).toEqual(['progress']);
    expect(rules(meeting({}), meeting({ held: false }))).toEqual([]);
    expect(rules(meeting({}), meeting({ level: 'expert' }))).toEqual([]);
    expect(rules(meeting({}), meeting({ startDate: '2027-04-01' }))).toEqual([]);
  });

  it('stop once a case is settled', () => {
    expect(radioTimers(timed({ status: 'resolved', nextCheck: '2027-06-01' }), calendar, RuleBook.standard)).toEqual(
      [],
    );
    expect(
      radioTimers(timed({ status: 'monitoring', nextCheck: '2027-04-27' }), calendar, RuleBook.standard),
    ).toMatchObject([{ rule: 'check', late: true, suggestsLevel: false }]);
  });
});
