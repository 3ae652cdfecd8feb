import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { SessionState } from '../domain/session.lifecycle.js';
import type { SessionFacts } from '../domain/session.types.js';

interface FactsRow {
  id: string;
  state: SessionState;
  version: number;
  start_date: string;
  ends_at: Date | null;
  host_side: Side | null;
  today: string;
  now: Date;
}

/** The facts of one session without its blocks; undefined when there is none to see. */
export async function readSessionFacts(reader: Reader, id: string): Promise<SessionFacts | undefined> {
  const [row] = await reader.query<FactsRow>(
    `select s.id, s.state, s.version, s.start_date, s.ends_at, s.host_side, forum.today(s.zone) as today, forum.now() as now
       from forum.session s where s.id = $1`,
    [id],
  );
  if (!row) return undefined;
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    startDate: row.start_date,
    endsAt: row.ends_at?.toISOString() ?? null,
    hostSide: row.host_side,
    today: row.today,
    now: row.now.toISOString(),
    blocks: [],
  };
}
