import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { inTurn, type Cursor } from '../domain/cursor.js';
import type { LiveEventRow } from '../domain/live.types.js';
import { iso } from './run-of-session.js';

/**
 * What happened after a cursor, oldest first, at most `limit` events. Positions are given under the lock of the run, so nothing that is
 * committed later stands before what was read.
 * @param side the reader's side, whose own events are read too; null reads what both see
 */
export async function liveEventsAfter(
  reader: Reader,
  side: Side | null,
  sessionId: string,
  cursor: Cursor,
  limit: number,
): Promise<readonly LiveEventRow[]> {
  const read = `select e.position, e.audience, e.kind, e.subject_id as "subjectId", e.side, ${iso('e.at')} as at from forum.live_event e`;
  const rows = await reader.query<LiveEventRow>(
    `(${read} where e.session_id = $1 and e.audience = 'joint' and e.position > $2 order by e.position limit $5)
     union all
     (${read} where e.session_id = $1 and e.audience = $3::text and e.position > $4 order by e.position limit $5)`,
    [sessionId, cursor.joint, side, cursor.own, limit],
  );
  const of = (joint: boolean) =>
    rows.filter(({ audience }) => (audience === 'joint') === joint).sort((a, b) => a.position - b.position);
  return inTurn(of(true), of(false), limit);
}
