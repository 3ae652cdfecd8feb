import type { Reader } from '#platform/database';
import type { PaperSession } from '../domain/papers.types.js';

/** What papers need of a session; undefined when there is none to see. */
export async function findPaperSession(reader: Reader, sessionId: string): Promise<PaperSession | undefined> {
  const [row] = await reader.query<Omit<PaperSession, 'embargoAt'> & { embargoAt: Date | null }>(
    `select s.id, s.audience not in ('kr','jp') as shared, s.state, s.start_date as "startDate", s.zone, forum.today(s.zone) as today,
            s.embargo_at as "embargoAt", s.ordinal_kr as "ordinalKr", s.ordinal_jp as "ordinalJp", c.code as "channelCode", c.name as "channelName"
       from forum.session s join forum.channel c on c.id = s.channel_id where s.id = $1`,
    [sessionId],
  );
  return row && { ...row, embargoAt: row.embargoAt?.toISOString() ?? null };
}
