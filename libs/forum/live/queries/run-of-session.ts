import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { RunRow } from '../domain/live.types.js';

/** An instant as ISO 8601 UTC, as JavaScript writes it. */
export const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The run of a session in one statement, so that its positions belong to what it shows; undefined when there is no session to see. */
export async function runOfSession(reader: Reader, side: Side | null, sessionId: string): Promise<RunRow | undefined> {
  const [row] = await reader.query<RunRow>(
    `select s.id as "sessionId", s.state as "sessionState", s.host_side as "hostSide", coalesce(r.version, 0) as version, ${iso('forum.now()')} as now,
            coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'itemId', g.item_id, 'minutes', g.minutes,
                       'startedAt', ${iso('g.started_at')}, 'endedAt', ${iso('g.ended_at')}) order by g.started_at, g.id)
              from forum.live_segment g where g.session_id = s.id), '[]') as segments,
            coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'itemId', p.item_id, 'side', p.side, 'memberId', p.member_id, 'state', p.state,
                       'requestedAt', ${iso('p.requested_at')}, 'startedAt', ${iso('p.started_at')}, 'endedAt', ${iso('p.ended_at')}, 'version', p.version)
                       order by p.requested_at, p.id)
              from forum.live_speaker p where p.session_id = s.id), '[]') as speakers,
            coalesce((select max(e.position) from forum.live_event e where e.session_id = s.id and e.audience = 'joint'), 0) as joint,
            coalesce((select max(e.position) from forum.live_event e where e.session_id = s.id and e.audience = $2::text), 0) as own
       from forum.session s left join forum.live_run r on r.session_id = s.id where s.id = $1`,
    [sessionId, side],
  );
  return row;
}
