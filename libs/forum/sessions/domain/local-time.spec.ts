import { DomainError } from '#core/kernel';
import { instantsOf, isTimeZone, type LocalSpan } from './local-time.js';

const span = (over: Partial<LocalSpan>): LocalSpan => ({
  startDate: '2027-03-11',
  endDate: null,
  startTime: '10:00',
  endTime: '17:00',
  zone: 'Asia/Seoul',
  repeated: null,
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

describe('the time of a session at its venue', () => {
  it.each([
    ['Asia/Seoul', '2027-03-11T01:00:00Z'],
    ['Asia/Tokyo', '2027-03-11T01:00:00Z'],
    ['Asia/Shanghai', '2027-03-11T02:00:00Z'],
    ['Europe/Zurich', '2027-03-11T09:00:00Z'],
  ])('starts at 10:00 in %s at %s', (zone, startsAt) => {
    expect(instantsOf(span({ zone })).startsAt).toBe(startsAt);
  });

  it('follows Geneva into summer time', () => {
    expect(instantsOf(span({ zone: 'Europe/Zurich', startDate: '2027-07-01' })).startsAt).toBe('2027-07-01T08:00:00Z');
  });

  it('refuses an hour that is left out when the clocks are put forward', () => {
    const gap = span({ zone: 'Europe/Zurich', startDate: '2027-03-28', startTime: '02:30' });
    expect(codeOf(() => instantsOf(gap))).toBe('sessions.timeDoesNotExist');
  });

  it('asks which one is meant where an hour comes twice', () => {
    const twice = span({ zone: 'Europe/Zurich', startDate: '2027-10-31', startTime: '02:30', endTime: '12:00' });
    expect(codeOf(() => instantsOf(twice))).toBe('sessions.timeTwice');
    expect(instantsOf({ ...twice, repeated: 'earlier' }).startsAt).toBe('2027-10-31T00:30:00Z');
    expect(instantsOf({ ...twice, repeated: 'later' }).startsAt).toBe('2027-10-31T01:30:00Z');
  });

  it('has no instants for whole days', () => {
    expect(instantsOf(span({ startTime: null, endTime: null, endDate: '2027-03-12' }))).toEqual({
      startsAt: null,
      endsAt: null,
    });
  });

  it('refuses an end that is not after the start, and one clock time without the other', () => {
    expect(codeOf(() => instantsOf(span({ endTime: '10:00' })))).toBe('sessions.endBeforeStart');
    expect(codeOf(() => instantsOf(span({ endDate: '2027-03-10' })))).toBe('sessions.endBeforeStart');
    expect(codeOf(() => instantsOf(span({ endTime: null })))).toBe('sessions.timesIncomplete');
  });

  it.each([
    ['Asia/Seoul', true],
    ['Europe/Zurich', true],
    ['America/Argentina/Buenos_Aires', true],
    ['+09:00', false],
    ['KST', false],
    ['Asia/Atlantis', false],
  ])('knows the zone %s: %s', (zone, known) => {
    expect(isTimeZone(zone)).toBe(known);
  });
});
