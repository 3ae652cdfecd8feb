import { asStored, holidaysByRule, WorkingCalendar } from '#forum/working-days';
import { suggestSlots } from './suggest-slots.js';
import type { SlotAsk, SlotFacts } from './suggestion.types.js';

const calendar = WorkingCalendar.of(holidaysByRule(2026, 2028).map(asStored));
const facts = (over: Partial<SlotFacts> = {}): SlotFacts => ({
  calendar,
  avoid: [],
  taken: [],
  said: [],
  now: '2026-06-01T00:00:00Z',
  ...over,
});
const ask = (over: Partial<SlotAsk> = {}): SlotAsk => ({
  from: '2027-05-10',
  to: '2027-05-21',
  zone: 'Asia/Seoul',
  minutes: 120,
  format: 'in_person',
  guest: 'jp',
  ...over,
});
const at = (instant: string): number => Date.parse(instant);
const reasonsOn = (date: string, one: SlotAsk, known: SlotFacts): string[] =>
  (suggestSlots(one, known, 5).days.find((day) => day.date === date)?.reasons ?? []).map(({ code, side }) =>
    side === null ? code : `${code} ${side}`,
  );

describe('slot suggestions', () => {
  it('offer nothing between 19 and 27 September 2026, when there is no common working day', () => {
    const { slots, days } = suggestSlots(ask({ from: '2026-09-19', to: '2026-09-27' }), facts(), 5);
    expect(slots).toEqual([]);
    expect(days.every(({ best }) => best === null)).toBe(true);
  });

  it('begin at ten, inside the hours of both offices, and never go on into the evening', () => {
    const [first] = suggestSlots(ask({ from: '2027-05-11', to: '2027-05-11' }), facts(), 5).slots;
    expect(first).toEqual({
      startsAt: '2027-05-11T01:00:00Z',
      endsAt: '2027-05-11T03:00:00Z',
      score: 100,
      possible: true,
      reasons: [],
    });
    expect(
      suggestSlots(ask({ minutes: 8.5 * 60 }), facts(), 5).slots.map(({ startsAt }) => startsAt.slice(11)),
    ).toContain('00:30:00Z');
    expect(suggestSlots(ask({ minutes: 9 * 60 }), facts(), 5).slots).toEqual([]);
  });

  it('name the country whose holiday it is', () => {
    // 13 May 2027 is Buddha’s Birthday in Korea; 3 May a holiday in Japan and a substitute day… of neither on the 10th.
    expect(reasonsOn('2027-05-13', ask(), facts())).toEqual(['holiday kr']);
    expect(reasonsOn('2027-05-15', ask(), facts())).toEqual(['weekend']);
    expect(reasonsOn('2027-05-10', ask(), facts())).toEqual(['travelDayBefore jp']);
  });

  it('count travel days for the guest, for both in a third country, for nobody online', () => {
    const friday = '2027-05-14';
    expect(reasonsOn(friday, ask(), facts())).toEqual(['travelDayAfter jp']);
    expect(reasonsOn(friday, ask({ guest: 'kr' }), facts())).toEqual(['travelDayBefore kr', 'travelDayAfter kr']);
    expect(reasonsOn(friday, ask({ guest: null, zone: 'Europe/Zurich' }), facts())).toEqual([
      'travelDayBefore kr',
      'travelDayAfter kr',
      'travelDayAfter jp',
    ]);
    expect(reasonsOn(friday, ask({ format: 'online' }), facts())).toEqual([]);
  });

  it('find an online hour in Geneva at which both ministries are open, winter and summer', () => {
    const starts = (from: string) =>
      suggestSlots(ask({ from, to: from, zone: 'Europe/Zurich', format: 'online', minutes: 60 }), facts(), 1).slots.map(
        ({ startsAt }) => startsAt,
      );
    for (const start of [...starts('2027-01-20'), ...starts('2027-06-16')]) {
      const seoul = (Number(start.slice(11, 13)) + 9) % 24;
      expect(seoul).toBeGreaterThanOrEqual(9);
      expect(seoul).toBeLessThan(18);
    }
    expect(starts('2027-01-20')).toHaveLength(1);
  });

  it('look at the day on the desks where the venue is a day behind', () => {
    // Sunday evening in New York is Monday morning in Seoul and Tokyo.
    const newYork = ask({
      from: '2027-05-16',
      to: '2027-05-16',
      zone: 'America/New_York',
      format: 'online',
      minutes: 60,
    });
    expect(suggestSlots(newYork, facts(), 1).slots[0]?.startsAt.slice(0, 13)).toBe('2027-05-17T00');
  });

  it('go round sessions and holds to the other half of the day', () => {
    const morning = { from: at('2027-05-11T00:00:00Z'), to: at('2027-05-11T04:00:00Z') };
    const one = ask({ from: '2027-05-11', to: '2027-05-11' });
    for (const kind of ['session', 'hold'] as const)
      expect(suggestSlots(one, facts({ taken: [{ kind, ...morning }] }), 1).slots[0]?.startsAt).toBe(
        '2027-05-11T05:00:00Z',
      );
    const whole = { kind: 'session', from: at('2027-05-10T15:00:00Z'), to: at('2027-05-11T15:00:00Z') } as const;
    expect(reasonsOn('2027-05-11', one, facts({ taken: [whole] }))).toEqual(['otherSession']);
  });

  it('believe a head’s and the other side’s no, and weigh the rest', () => {
    const day = { from: at('2027-05-10T15:00:00Z'), to: at('2027-05-11T15:00:00Z') };
    const one = ask({ from: '2027-05-11', to: '2027-05-11' });
    const score = (kind: SlotFacts['said'][number]['kind']) =>
      suggestSlots(one, facts({ said: [{ kind, ...day }] }), 1).slots[0]?.score ?? 0;
    expect([score('ownHeadBusy'), score('otherSideNot'), score('ownPostBusy'), score('otherSideDifficult')]).toEqual([
      0, 0, 90, 85,
    ]);
  });

  it('prefer the next good days to nearer ones in a soft period, and come back to them when there is nothing else', () => {
    const golden = [{ side: 'jp', from: '2027-05-10', to: '2027-05-18' }] as const;
    expect(suggestSlots(ask(), facts({ avoid: golden }), 3).slots.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(
      ['2027-05-19', '2027-05-20', '2027-05-21'],
    );
    expect(suggestSlots(ask({ to: '2027-05-12' }), facts({ avoid: golden }), 3).slots).toHaveLength(3);
  });

  it('warn of short notice without forbidding it, and forbid the past', () => {
    expect(reasonsOn('2027-05-11', ask(), facts({ now: '2027-05-01T00:00:00Z' }))).toEqual(['shortNotice']);
    expect(suggestSlots(ask(), facts({ now: '2027-06-01T00:00:00Z' }), 5).slots).toEqual([]);
  });

  it('are the mirror image when the sides and the venue change places', () => {
    const mirrored = (days: ReturnType<typeof suggestSlots>['days']) =>
      days.map(({ date, reasons }) => [date, reasons.map(({ code }) => code)]);
    const plain = WorkingCalendar.of([]);
    const seoul = suggestSlots(ask({ guest: 'jp' }), facts({ calendar: plain }), 5);
    const tokyo = suggestSlots(ask({ guest: 'kr', zone: 'Asia/Tokyo' }), facts({ calendar: plain }), 5);
    expect(mirrored(tokyo.days)).toEqual(mirrored(seoul.days));
    expect(tokyo.slots.map(({ startsAt }) => startsAt)).toEqual(seoul.slots.map(({ startsAt }) => startsAt));
  });
});
