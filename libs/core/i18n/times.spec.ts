import fc from 'fast-check';
import {
  formatDateTime,
  formatTime,
  formatTimeIn,
  formatTimeRange,
  formatZone,
  instantOf,
  sameWallClock,
  wallClock,
  zoneName,
} from './index.js';

/** An error of this code, for toThrow. */
const coded = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('an instant', () => {
  const opening = '2027-03-11T05:00:00Z';

  it('prints with weekday, zone and offset in the reader’s language', () => {
    expect(formatDateTime(opening, 'Asia/Seoul', 'ko')).toBe('2027. 3. 11.(목) 14:00 (KST, UTC+9)');
    expect(formatDateTime(opening, 'Asia/Tokyo', 'ja')).toBe('令和9年3月11日(木) 14:00 (JST, UTC+9)');
    expect(formatDateTime(opening, 'Asia/Seoul', 'en', { weekday: false })).toBe('11 March 2027 14:00 (KST, UTC+9)');
  });

  it('follows daylight saving in Geneva', () => {
    expect(wallClock('2027-03-28T00:59:00Z', 'Europe/Zurich')).toEqual({
      date: '2027-03-28',
      time: '01:59',
      offset: '+01:00',
    });
    expect(wallClock('2027-03-28T01:00:00Z', 'Europe/Zurich')).toEqual({
      date: '2027-03-28',
      time: '03:00',
      offset: '+02:00',
    });
    expect(formatTimeIn('2027-01-10T10:00:00Z', 'Europe/Zurich', 'en')).toBe('11:00 (CET, UTC+1)');
    expect(formatTimeIn('2027-07-10T10:00:00Z', 'Europe/Zurich', 'en')).toBe('12:00 (CEST, UTC+2)');
    expect(formatZone('2027-07-10T10:00:00Z', 'Europe/Zurich', 'ko')).toBe('중앙유럽 하계 표준시, UTC+2');
    expect(formatZone('2027-07-10T10:00:00Z', 'Europe/Zurich', 'ja')).toBe('中央ヨーロッパ夏時間, UTC+2');
  });

  it('can fall on another day than in UTC', () => {
    expect(wallClock('2027-03-11T15:00:00Z', 'Asia/Tokyo')).toEqual({
      date: '2027-03-12',
      time: '00:00',
      offset: '+09:00',
    });
  });

  it('names a zone without an agreed word by its offset', () => {
    expect(formatZone(opening, 'Asia/Kolkata', 'ko')).toBe('UTC+5:30');
    expect(formatZone(opening, 'America/New_York', 'ja')).toBe('UTC−5');
    expect(formatZone(opening, 'UTC', 'en')).toBe('UTC');
  });

  it('refuses what is no instant or no zone', () => {
    expect(() => wallClock('2027-03-11', 'Asia/Seoul')).toThrow(coded('common.notAnInstant'));
    expect(() => wallClock(opening, 'Asia/Nowhere')).toThrow(coded('common.notATimeZone'));
  });

  it('shows one clock where both capitals agree', () => {
    expect(sameWallClock(opening, 'Asia/Seoul', 'Asia/Tokyo')).toBe(true);
    expect(sameWallClock(opening, 'Asia/Seoul', 'Asia/Shanghai')).toBe(false);
  });

  it('comes back from its wall clock', () => {
    expect(instantOf('2027-03-11', '14:00', 'Asia/Seoul')).toBe('2027-03-11T05:00:00Z');
    const zone = fc.constantFrom('Asia/Seoul', 'Asia/Tokyo', 'Asia/Shanghai');
    const minute = fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2050, 0, 1) / 60_000 });
    fc.assert(
      fc.property(zone, minute, (name, at) => {
        const instant = new Date(at * 60_000).toISOString().replace('.000', '');
        const { date, time } = wallClock(instant, name);
        expect(instantOf(date, time, name)).toBe(instant);
      }),
    );
  });

  it('has an answer for the hour that daylight saving skips or doubles', () => {
    expect(instantOf('2027-03-28', '02:30', 'Europe/Zurich')).toBe('2027-03-28T01:30:00Z');
    expect(instantOf('2027-10-31', '02:30', 'Europe/Zurich')).toBe('2027-10-31T00:30:00Z');
    expect(() => instantOf('2027-02-30', '02:30', 'Europe/Zurich')).toThrow(coded('common.malformed'));
  });
});

describe('a time of day', () => {
  it('is of 24 hours in every language, never AM or PM', () => {
    expect([formatTime('00:00'), formatTime('14:30:00'), formatTime('23:59')]).toEqual(['00:00', '14:30', '23:59']);
    expect([formatTimeRange('14:00', '15:00', 'ko'), formatTimeRange('14:00', '15:00', 'ja')]).toEqual([
      '14:00~15:00',
      '14:00~15:00',
    ]);
    expect(formatTimeRange('14:00', '15:00', 'en')).toBe('14:00–15:00');
  });

  it.each(['24:00', '9:00', '14.00', '14:60', '１４：３０', ''])('refuses %j', (text) => {
    expect(() => formatTime(text)).toThrow(coded('common.notATime'));
  });
});

describe('the name of a zone', () => {
  it('is the agreed term for the capitals', () => {
    expect([zoneName('Asia/Seoul', 'ko'), zoneName('Asia/Tokyo', 'ko'), zoneName('Asia/Seoul', 'ja')]).toEqual([
      '한국 표준시(KST)',
      '일본 표준시(JST)',
      '韓国標準時(KST)',
    ]);
    expect(zoneName('Europe/Zurich', 'en')).toBe('Europe/Zurich');
  });
});
