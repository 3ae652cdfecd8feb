import { progressOf, type RunningRow } from './progress.js';

const row = (id: string, minutes: number, over: Partial<RunningRow> = {}): RunningRow => ({
  id,
  kind: 'item',
  minutes,
  settled: false,
  ...over,
});
const at = (clock: string) => `2027-03-11T${clock}:00.000Z`;
const segment = (itemId: string | null, from: string, to: string | null, minutes: number | null = null) => ({
  id: `${itemId ?? 'break'} ${from}`,
  itemId,
  minutes,
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
});
const plain = { mode: null, factorPercent: null, endsAt: at('03:00') };

describe('the progress of a session', () => {
  const rows = [row('one', 30), row('two', 20), row('pause', 10, { kind: 'break' }), row('three', 30)];

  it('counts what was spent on a row over all its stretches, and what is left of the day after it', () => {
    const {
      rows: found,
      on,
      expectedEnd,
      overrunMinutes,
    } = progressOf(
      rows,
      [segment('one', '01:00', '01:20'), segment('two', '01:20', '01:25'), segment('one', '01:25', null)],
      plain,
      at('01:30'),
    );
    expect(on).toEqual({
      itemId: 'one',
      startedAt: at('01:25'),
      plannedSeconds: 1800,
      elapsedSeconds: 1500,
      remainingSeconds: 300,
    });
    expect(found.map(({ place, elapsedSeconds, expectedAt }) => [place, elapsedSeconds, expectedAt])).toEqual([
      ['on', 1500, null],
      ['done', 300, null],
      ['coming', 0, at('01:35')],
      ['coming', 0, at('01:45')],
    ]);
    expect([expectedEnd, overrunMinutes]).toEqual([at('02:15'), 0]);
  });

  it('stretches speech by the interpretation, and no break', () => {
    const { rows: found, expectedEnd } = progressOf(rows, [], { ...plain, mode: 'consecutive' }, at('01:00'));
    expect(found.map(({ plannedSeconds }) => plannedSeconds)).toEqual([3600, 2400, 600, 3600]);
    expect(expectedEnd).toBe(at('03:50'));
  });

  it('says by how much it will be too long, and that a row is over its time', () => {
    const { on, overrunMinutes, expectedEnd } = progressOf(rows, [segment('one', '01:00', null)], plain, at('02:30'));
    expect(on).toMatchObject({ elapsedSeconds: 5400, remainingSeconds: -3600 });
    expect([expectedEnd, overrunMinutes]).toEqual([at('03:30'), 30]);
    expect(progressOf(rows, [], { ...plain, endsAt: null }, at('01:00')).overrunMinutes).toBeNull();
  });

  it('counts what is to come from the agreed start before the opening, and from nowhere once all is over', () => {
    const before = progressOf(rows, [], plain, at('00:10'), at('01:00'));
    expect(before.rows.map(({ expectedAt }) => expectedAt)).toEqual(['01:00', '01:30', '01:50', '02:00'].map(at));
    const after = progressOf(rows, [segment('one', '01:00', '01:20')], plain, at('05:00'), null);
    expect([after.expectedEnd, after.overrunMinutes, after.rows[1]?.expectedAt]).toEqual([null, null, null]);
    expect(after.rows[0]).toMatchObject({ place: 'done', elapsedSeconds: 1200 });
  });

  it('knows breaks that the agenda does not have, and rows that were settled without being timed', () => {
    const settled = [row('one', 30, { settled: true }), row('two', 20)];
    const {
      on,
      rows: found,
      expectedEnd,
    } = progressOf(settled, [segment(null, '01:00', null, 15)], plain, at('01:05'));
    expect(on).toMatchObject({ itemId: null, plannedSeconds: 900, elapsedSeconds: 300, remainingSeconds: 600 });
    expect(found.map(({ place }) => place)).toEqual(['done', 'coming']);
    expect(expectedEnd).toBe(at('01:35'));
  });
});
