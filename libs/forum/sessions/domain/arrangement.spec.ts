import { DomainError, newText, otherSide, SIDES } from '#core/kernel';
import { assertArrangement, assertTurn, consumesTurn, type Arrangement } from './arrangement.js';

const terms = (over: Partial<Arrangement> = {}): Arrangement => ({
  startDate: '2027-03-11',
  endDate: null,
  startsAt: '2027-03-11T01:00:00Z',
  endsAt: '2027-03-11T08:00:00Z',
  zone: 'Asia/Seoul',
  place: newText('ko', '서울'),
  country: 'KR',
  format: 'in_person',
  level: 'dg',
  hostSide: 'kr',
  marginsOfSessionId: null,
  marginsOfText: null,
  sameHostAgain: false,
  ...over,
});

const codeOf = (run: () => unknown): string | null => {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};

describe('the turn of hosting', () => {
  it.each(SIDES)('passes from %s to the other side, and not to the same again without saying so', (side) => {
    const last = { hostSide: side, startDate: '2026-02-27' };
    const again = terms({ hostSide: side });
    expect(
      codeOf(() => {
        assertTurn(terms({ hostSide: otherSide(side) }), last, null);
      }),
    ).toBeNull();
    expect(
      codeOf(() => {
        assertTurn(again, last, null);
      }),
    ).toBe('sessions.sameHostTwice');
    expect(
      codeOf(() => {
        assertTurn({ ...again, sameHostAgain: true }, last, ' ');
      }),
    ).toBe('sessions.sameHostReason');
    expect(
      codeOf(() => {
        assertTurn({ ...again, sameHostAgain: true }, last, '전당대회');
      }),
    ).toBeNull();
  });

  it('is nobody’s before the first session', () => {
    expect(
      codeOf(() => {
        assertTurn(terms(), null, null);
      }),
    ).toBeNull();
  });

  it.each<[string, Partial<Arrangement>]>([
    ['in a third country', { country: 'CH' }],
    ['in the margins of a session', { marginsOfSessionId: 'x' }],
    ['in the margins of another meeting', { marginsOfText: newText('en', 'WRC-27') }],
    ['without a host', { hostSide: null }],
  ])('is not used up by a session %s', (_where, over) => {
    const last = { hostSide: 'kr', startDate: '2026-02-27' } as const;
    expect(consumesTurn(terms(over))).toBe(false);
    expect(
      codeOf(() => {
        assertTurn(terms(over), last, null);
      }),
    ).toBeNull();
  });

  it('is used up at home, wherever the participants sit', () => {
    expect(consumesTurn(terms())).toBe(true);
    expect(consumesTurn(terms({ format: 'online', country: null, place: null }))).toBe(true);
  });
});

describe('an arrangement', () => {
  it('needs a day to come, a place unless online, and one meeting around it at most', () => {
    expect(
      codeOf(() => {
        assertArrangement(terms(), '2027-03-11');
      }),
    ).toBeNull();
    expect(
      codeOf(() => {
        assertArrangement(terms(), '2027-03-12');
      }),
    ).toBe('sessions.datePast');
    expect(
      codeOf(() => {
        assertArrangement(terms({ place: null }), '2027-01-01');
      }),
    ).toBe('sessions.placeMissing');
    expect(
      codeOf(() => {
        assertArrangement(terms({ place: null, format: 'online' }), '2027-01-01');
      }),
    ).toBeNull();
    const both = terms({ marginsOfSessionId: 'x', marginsOfText: newText('en', 'WRC-27') });
    expect(
      codeOf(() => {
        assertArrangement(both, '2027-01-01');
      }),
    ).toBe('sessions.marginsTwice');
  });
});
