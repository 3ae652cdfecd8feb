import type { Side } from '#core/kernel';
import { channelNameAs } from '#forum/channels';
import type { Reader } from '#platform/database';
import type { SessionHead } from '../domain/documents.types.js';

type HeadRow = Omit<SessionHead, 'startsAt' | 'endsAt' | 'host'> & {
  startsAt: Date | null;
  endsAt: Date | null;
  host: Side | null;
};

/** The session as the head of a document names it on each copy; undefined when there is none to see. */
export async function readSessionHead(reader: Reader, sessionId: string): Promise<SessionHead | undefined> {
  const [row] = await reader.query<HeadRow>(
    `select s.id, s.code, s.ordinal_kr as "ordinalKr", s.ordinal_jp as "ordinalJp", s.start_date as "startDate", s.end_date as "endDate",
            s.date_value as "dateValue", s.date_precision as "datePrecision", s.starts_at as "startsAt", s.ends_at as "endsAt", s.zone, s.place,
            s.host_side as host, s.illustrative, forum.today(s.zone) as today,
            jsonb_build_object('kr', ${channelNameAs('s.channel_id', `'kr'`)}, 'jp', ${channelNameAs('s.channel_id', `'jp'`)},
                               'neutral', ${channelNameAs('s.channel_id', 'null')}) as names
       from forum.session s join forum.channel c on c.id = s.channel_id where s.id = $1`,
    [sessionId],
  );
  return row && { ...row, startsAt: row.startsAt?.toISOString() ?? null, endsAt: row.endsAt?.toISOString() ?? null };
}
