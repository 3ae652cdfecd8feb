import type { LiveEventRow } from './live.types.js';

/**
 * How far a screen has read: the last position of what both sides see and of what its own side does. Each is counted by itself, so a
 * cursor tells nothing of what the other side keeps to itself.
 */
export interface Cursor {
  readonly joint: number;
  readonly own: number;
}

export const START: Cursor = { joint: 0, own: 0 };

/** `12.3`: also the id of an event in the stream. */
export const writeCursor = ({ joint, own }: Cursor): string => `${String(joint)}.${String(own)}`;

/** Null for what is no cursor of ours. */
export function readCursor(text: string): Cursor | null {
  const [, joint, own] = /^(\d{1,9})\.(\d{1,9})$/.exec(text) ?? [];
  return joint === undefined || own === undefined ? null : { joint: Number(joint), own: Number(own) };
}

/** The cursor after an event was read. */
export function past(cursor: Cursor, event: Pick<LiveEventRow, 'audience' | 'position'>): Cursor {
  return event.audience === 'joint' ? { ...cursor, joint: event.position } : { ...cursor, own: event.position };
}

/**
 * Two lists, each in the order of its positions, as one in the order of time; neither list is ever reordered, whatever the clock says.
 * At most `limit` events.
 */
export function inTurn(
  joint: readonly LiveEventRow[],
  own: readonly LiveEventRow[],
  limit: number,
): readonly LiveEventRow[] {
  const merged: LiveEventRow[] = [];
  let [one, other] = [0, 0];
  while (merged.length < limit) {
    const [a, b] = [joint[one], own[other]];
    if (a && (!b || a.at <= b.at)) {
      merged.push(a);
      one += 1;
    } else if (b) {
      merged.push(b);
      other += 1;
    } else break;
  }
  return merged;
}
