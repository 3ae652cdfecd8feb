import type { ItemKind } from './agenda.types.js';
import { clockTimes, runningMinutes, type SessionClock } from './timing.js';

const ten: SessionClock = {
  startsAt: '2027-03-11T01:00:00.000Z',
  endsAt: '2027-03-11T03:00:00.000Z',
  mode: null,
  factorPercent: null,
};
const row = (kind: ItemKind, minutes: number, runs = true) => ({ kind, minutes, runs });
/** Clock times at the venue as minutes after the start. */
const after = (at: string): number => (Date.parse(at) - Date.parse('2027-03-11T01:00:00.000Z')) / 60_000;
const spans = (rows: ReturnType<typeof row>[], clock = ten) =>
  clockTimes(rows, clock).rows.map((span) => span && [after(span.startsAt), after(span.endsAt)]);

describe('the clock of an agenda', () => {
  it('runs from the session’s start, one row after the other', () => {
    expect(spans([row('item', 20), row('item', 40)])).toEqual([
      [0, 20],
      [20, 60],
    ]);
    expect(clockTimes([row('item', 20), row('item', 40)], ten).endsAt).toBe('2027-03-11T02:00:00.000Z');
  });

  it('gives speech the time interpretation takes, and a break its own', () => {
    const relay = { ...ten, mode: 'relay' } as const;
    expect(spans([row('item', 10), row('break', 15), row('item', 5)], relay)).toEqual([
      [0, 30],
      [30, 45],
      [45, 60],
    ]);
    expect(runningMinutes(row('item', 15), { mode: 'whispered', factorPercent: null })).toBe(17);
    expect(runningMinutes(row('item', 10), { mode: 'consecutive', factorPercent: 180 })).toBe(18);
    expect(runningMinutes(row('break', 10), { mode: 'consecutive', factorPercent: 180 })).toBe(10);
  });

  it('lets a section last until the next one', () => {
    const rows = [row('section', 0), row('item', 20), row('break', 10), row('section', 0), row('item', 5)];
    expect(spans(rows)).toEqual([
      [0, 30],
      [0, 20],
      [20, 30],
      [30, 35],
      [30, 35],
    ]);
    expect(spans([row('item', 20), row('section', 0)])[1]).toEqual([20, 20]);
  });

  it('passes over drafts and over what was put off', () => {
    expect(spans([row('item', 20), row('item', 30, false), row('item', 10)])).toEqual([[0, 20], null, [20, 30]]);
    expect(spans([row('section', 0), row('section', 0, false), row('item', 10)])[0]).toEqual([0, 10]);
  });

  it('says by how many minutes the rows outlast the session', () => {
    expect(clockTimes([row('item', 120)], ten).overrunMinutes).toBe(0);
    expect(clockTimes([row('item', 135)], ten).overrunMinutes).toBe(15);
    expect(clockTimes([row('item', 135)], { ...ten, endsAt: null }).overrunMinutes).toBeNull();
  });

  it('knows no time where none is agreed', () => {
    expect(clockTimes([row('item', 20)], { ...ten, startsAt: null })).toEqual({
      rows: [null],
      endsAt: null,
      overrunMinutes: null,
    });
  });
});
