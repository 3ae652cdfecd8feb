import fc from 'fast-check';
import { newText } from '#core/kernel';
import type { CalendarSide, Holiday } from './holiday.types.js';
import { addDays, daysBetween, isPlainDay } from './plain-day.js';
import { assertRange, MAX_RANGE_DAYS } from './range.js';
import { holidaysByRule } from './rules.js';
import { asStored } from './stored-holiday.js';
import { WorkingCalendar } from './working-calendar.js';

const stored = holidaysByRule(2023, 2034).map(asStored);
const calendar = WorkingCalendar.of(stored);

describe('common working days', () => {
  it.each([
    [2026, 226],
    [2027, 232],
    [2028, 230],
  ])('of %i are %i', (year, count) => {
    expect(calendar.countWorkingDays(`${String(year)}-01-01`, `${String(year)}-12-31`, 'common')).toBe(count);
  });

  it.each([
    ['2026-09-19', '2026-09-27'],
    ['2028-04-29', '2028-05-07'],
  ])('do not exist from %s to %s', (from, to) => {
    expect(calendar.countWorkingDays(from, to, 'common')).toBe(0);
    expect(calendar.isWorkingDay(addDays(from, -1), 'common')).toBe(true);
    expect(calendar.isWorkingDay(addDays(to, 1), 'common')).toBe(true);
  });

  it('lead from 18 straight to 28 September 2026 (domain.md 8, case 6)', () => {
    expect(calendar.addWorkingDays('2026-09-18', 1, 'common')).toBe('2026-09-28');
    expect(calendar.addWorkingDays('2026-09-28', -1, 'common')).toBe('2026-09-18');
    expect(calendar.nearest('2026-09-22', 'common')).toEqual({ before: '2026-09-18', after: '2026-09-28' });
  });

  it('count 7 June 2027 and leave out the substitutes of 2027', () => {
    expect(calendar.isWorkingDay('2027-06-07', 'kr')).toBe(true);
    const free = ['2027-02-09', '2027-05-03', '2027-07-19', '2027-08-16', '2027-10-04', '2027-10-11', '2027-12-27'];
    expect(free.map((date) => calendar.isWorkingDay(date, 'kr'))).toEqual(free.map(() => false));
    expect(calendar.isWorkingDay('2028-10-05', 'kr')).toBe(false);
    expect([calendar.isWorkingDay('2027-03-22', 'jp'), calendar.isWorkingDay('2027-03-22', 'kr')]).toEqual([
      false,
      true,
    ]);
  });
});

describe('derived dates', () => {
  it.each([
    ['2027-03-11', -30, '2027-02-05'],
    ['2027-03-11', -14, '2027-02-25'],
    ['2027-03-11', -10, '2027-02-26'],
    ['2027-03-11', 14, '2027-03-25'],
    ['2027-04-21', -30, '2027-03-19'],
    ['2027-04-21', -14, '2027-04-07'],
    ['2027-04-21', -10, '2027-04-09'],
    ['2027-04-21', 14, '2027-05-06'],
    ['2026-12-16', 14, '2027-01-04'],
  ])('of a session on %s at %i days is %s', (anchor, offset, expected) => {
    expect(calendar.derive(anchor, offset, 'common')).toBe(expected);
  });

  it.each<[CalendarSide, string[]]>([
    ['jp', ['2027-04-22', '2027-04-28', '2027-04-30', '2027-05-06', '2027-05-07', '2027-05-13']],
    ['kr', ['2027-04-22', '2027-04-29', '2027-05-04', '2027-05-06', '2027-05-07', '2027-05-14']],
  ])('of an action due on 6 May 2027 remind an owner of %s at the right days', (side, expected) => {
    expect([-14, -7, -1, 0, 1, 7].map((offset) => calendar.derive('2027-05-06', offset, side))).toEqual(expected);
  });
});

describe('a day entered by a person', () => {
  const decreed: Holiday = {
    side: 'kr',
    date: '2027-03-12',
    kind: 'temporary',
    status: 'gazetted',
    name: newText('ko', '임시공휴일'),
  };
  const changed = WorkingCalendar.of([...stored, decreed]);

  it('is free for its side and for both, not for the other', () => {
    expect((['kr', 'jp', 'common'] as const).map((side) => changed.isWorkingDay('2027-03-12', side))).toEqual([
      false,
      true,
      false,
    ]);
    expect(changed.derive('2027-03-11', 1, 'common')).toBe('2027-03-15');
    expect(changed.holidaysOn('2027-03-12', 'common')).toEqual([decreed]);
  });
});

describe('sureness', () => {
  it('is that of the less sure side', () => {
    expect([2026, 2027, 2028].map((year) => calendar.unsure(year, 'common'))).toEqual([null, 'computed', 'predicted']);
    expect(calendar.unsure(2027, 'jp')).toBeNull();
    expect(calendar.unsure(2050, 'kr')).toBe('predicted');
  });
});

describe('ranges', () => {
  it('must not be inverted or too long', () => {
    expect(() => {
      assertRange('2027-01-02', '2027-01-01');
    }).toThrow(expect.objectContaining({ code: 'working-days.rangeInverted' }));
    expect(() => {
      assertRange('2026-01-01', '2028-01-03');
    }).toThrow(
      expect.objectContaining({ code: 'working-days.rangeTooLong', params: { days: 733, max: MAX_RANGE_DAYS } }),
    );
    expect(() => {
      assertRange('2026-01-01', '2028-01-02');
    }).not.toThrow();
  });

  it('are made of existing days only', () => {
    expect(['2027-02-29', '2027-2-3', '2027-13-01', '2027-00-10', '20270203'].filter(isPlainDay)).toEqual([]);
    expect(isPlainDay('2028-02-29')).toBe(true);
  });
});

describe('for any day and side', () => {
  const day = fc.integer({ min: 0, max: daysBetween('2023-01-10', '2034-12-20') }).map((n) => addDays('2023-01-10', n));
  const side = fc.constantFrom<CalendarSide>('kr', 'jp', 'common');

  it('rolling ends on the nearest working day in its direction and is stable', () => {
    fc.assert(
      fc.property(day, side, (date, who) => {
        const [back, forward] = [calendar.rollBack(date, who), calendar.rollForward(date, who)];
        expect([back <= date, forward >= date]).toEqual([true, true]);
        expect([back, forward].map((at) => calendar.isWorkingDay(at, who))).toEqual([true, true]);
        expect([calendar.rollBack(back, who), calendar.rollForward(forward, who)]).toEqual([back, forward]);
        expect(calendar.countWorkingDays(back, forward, who)).toBe(back === forward ? 1 : 2);
      }),
    );
  });

  it('going n working days on and n back returns to a working day', () => {
    fc.assert(
      fc.property(day, side, fc.integer({ min: 1, max: 40 }), (date, who, n) => {
        const start = calendar.rollBack(date, who);
        const end = calendar.addWorkingDays(start, n, who);
        expect(calendar.addWorkingDays(end, -n, who)).toBe(start);
        expect(calendar.countWorkingDays(start, end, who)).toBe(n + 1);
      }),
    );
  });

  it('counts of two ranges that touch add up, and steps of one direction do', () => {
    const length = fc.integer({ min: 0, max: 90 });
    fc.assert(
      fc.property(day, side, length, length, (from, who, one, two) => {
        const middle = addDays(from, one);
        const to = addDays(middle, two + 1);
        expect(calendar.countWorkingDays(from, to, who)).toBe(
          calendar.countWorkingDays(from, middle, who) + calendar.countWorkingDays(addDays(middle, 1), to, who),
        );
        for (const sign of [1, -1]) {
          const step = calendar.addWorkingDays(from, sign * one, who);
          expect(calendar.addWorkingDays(step, sign * two, who)).toBe(
            calendar.addWorkingDays(from, sign * (one + two), who),
          );
        }
      }),
    );
  });

  it('a later offset never derives an earlier day, and a later anchor neither', () => {
    const offset = fc.integer({ min: -120, max: 120 });
    fc.assert(
      fc.property(day, side, offset, offset, (anchor, who, one, two) => {
        const [low, high] = one < two ? [one, two] : [two, one];
        expect(calendar.derive(anchor, low, who) <= calendar.derive(anchor, high, who)).toBe(true);
        expect(calendar.derive(anchor, one, who) <= calendar.derive(addDays(anchor, 1), one, who)).toBe(true);
        expect(calendar.isWorkingDay(calendar.derive(anchor, one, who), who)).toBe(true);
      }),
    );
  });

  it('a common working day is one of both sides', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(calendar.isWorkingDay(date, 'common')).toBe(
          calendar.isWorkingDay(date, 'kr') && calendar.isWorkingDay(date, 'jp'),
        );
        for (const one of ['kr', 'jp'] as const) {
          const to = addDays(date, 60);
          expect(calendar.countWorkingDays(date, to, 'common')).toBeLessThanOrEqual(
            calendar.countWorkingDays(date, to, one),
          );
        }
      }),
    );
  });
});
