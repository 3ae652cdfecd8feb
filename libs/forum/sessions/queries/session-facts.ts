import type { Audience, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { Level } from '#forum/channels';
import type { SessionState } from '../domain/session.lifecycle.js';
import type { SessionFacts } from '../domain/session.types.js';
import { openMattersOf, registeredBlocks } from '../readiness.js';

interface FactsRow {
  id: string;
  channel_id: string;
  state: SessionState;
  audience: Audience;
  version: number;
  start_date: string;
  end_date: string | null;
  ends_at: Date | null;
  host_side: Side | null;
  level: Level;
  today: string;
  now: Date;
}

/** The facts of one session without what blocks it; undefined when there is none to see. */
export async function readSessionFacts(reader: Reader, id: string): Promise<SessionFacts | undefined> {
  const [row] = await reader.query<FactsRow>(
    `select s.id, s.channel_id, s.state, s.audience, s.version, s.start_date, s.end_date, s.ends_at, s.host_side, s.level,
            forum.today(s.zone) as today, forum.now() as now
       from forum.session s where s.id = $1`,
    [id],
  );
  if (!row) return undefined;
  return {
    id: row.id,
    channelId: row.channel_id,
    state: row.state,
    audience: row.audience,
    version: row.version,
    startDate: row.start_date,
    endDate: row.end_date,
    endsAt: row.ends_at?.toISOString() ?? null,
    hostSide: row.host_side,
    level: row.level,
    today: row.today,
    now: row.now.toISOString(),
    blocks: [],
    openMatters: [],
  };
}

/** The facts with what later capabilities say against `ready` or, once it was held, against `closed`. */
export async function withBlocks(reader: Reader, facts: SessionFacts): Promise<SessionFacts> {
  if (facts.state === 'held') return { ...facts, openMatters: await openMattersOf(reader, facts.id) };
  return { ...facts, blocks: await registeredBlocks(reader, facts.id) };
}
