import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { RecordSession } from '../domain/record.types.js';
import { showHoursAs } from './records.js';

type SessionRow = Omit<RecordSession, 'embargoAt'> & { embargoAt: Date | null; showHours: number | null };

/** What texts need of a session before there is one; undefined when there is no such session to see. */
export async function findRecordSession(
  reader: Reader,
  id: string,
): Promise<(RecordSession & { readonly showHours: number | null }) | undefined> {
  const [row] = await reader.query<SessionRow>(
    `select s.id, s.channel_id as "channelId", s.audience not in ('kr','jp') as shared, s.state, s.host_side as host, s.zone,
            s.embargo_at as "embargoAt", ${showHoursAs('s.channel_id')} as "showHours" from forum.session s where s.id = $1`,
    [id],
  );
  return row && { ...row, embargoAt: row.embargoAt?.toISOString() ?? null };
}

/** What a channel agreed on for releases of one side; undefined when there is no such channel to see. */
export async function recordRulesOf(
  reader: Reader,
  channelId: string,
): Promise<{ readonly showHours: number | null; readonly version: number } | undefined> {
  const [row] = await reader.query<{ showHours: number | null; version: number }>(
    `select ${showHoursAs('c.id')} as "showHours", coalesce((select r.version from forum.channel_record_rule r where r.channel_id = c.id), 0) as version
       from forum.channel c where c.id = $1`,
    [channelId],
  );
  return row;
}

/** Whether an agenda item belongs to a session and is shared; undefined for one that is not there to see. */
export async function itemOfSession(
  reader: Reader,
  sessionId: string,
  itemId: string,
): Promise<{ readonly shared: boolean; readonly side: Side } | undefined> {
  const [row] = await reader.query<{ shared: boolean; side: Side }>(
    `select i.audience not in ('kr','jp') as shared, i.proposer_side as side from forum.agenda_item i join forum.agenda a on a.id = i.agenda_id
      where i.id = $1 and a.session_id = $2 and i.state <> 'withdrawn'`,
    [itemId, sessionId],
  );
  return row;
}
