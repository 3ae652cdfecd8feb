import { inTurn, past, readCursor, START, writeCursor } from './cursor.js';
import type { LiveEventRow } from './live.types.js';

const event = (audience: 'joint' | 'kr', position: number, second: number): LiveEventRow => ({
  audience,
  position,
  kind: 'stopped',
  subjectId: null,
  side: 'kr',
  at: `2027-03-11T01:00:${String(second).padStart(2, '0')}.000Z`,
});
const named = (events: readonly LiveEventRow[]) =>
  events.map(({ audience, position }) => `${audience}${String(position)}`);

describe('a cursor', () => {
  it('is written and read alike, and nothing else is one', () => {
    expect(readCursor(writeCursor({ joint: 12, own: 3 }))).toEqual({ joint: 12, own: 3 });
    for (const text of ['', '1', '1.', '-1.2', '1.2.3', '1e3.2', '1234567890.1']) expect(readCursor(text)).toBeNull();
  });

  it('counts what both see and what the own side keeps apart', () => {
    const moved = past(past(START, event('joint', 4, 0)), event('kr', 2, 1));
    expect(writeCursor(moved)).toBe('4.2');
  });
});

describe('two lists of events in turn', () => {
  it('come in the order of time, however the two are mixed', () => {
    const joint = [event('joint', 1, 1), event('joint', 2, 5)];
    const own = [event('kr', 1, 2), event('kr', 2, 9)];
    expect(named(inTurn(joint, own, 10))).toEqual(['joint1', 'kr1', 'joint2', 'kr2']);
    expect(named(inTurn(joint, own, 2))).toEqual(['joint1', 'kr1']);
  });

  it('never change the order within a list, also when the clock was set back', () => {
    const joint = [event('joint', 1, 30), event('joint', 2, 10), event('joint', 3, 40)];
    const own = [event('kr', 1, 20)];
    const found = named(inTurn(joint, own, 10));
    expect(found.filter((name) => name.startsWith('joint'))).toEqual(['joint1', 'joint2', 'joint3']);
    expect(found).toHaveLength(4);
  });
});
