import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { channelNameAs } from '#forum/channels';
import type { SessionToPrint } from '../domain/invitations.types.js';

/** Columns of `SessionToPrint` from `forum.session s`; the reader's side is `$1`. */
export const printColumns = `
  s.id, s.state, ${channelNameAs('s.channel_id', '$1::text')} as "channelName", s.ordinal_kr as "ordinalKr", s.ordinal_jp as "ordinalJp",
  s.start_date as "startDate", s.end_date as "endDate", s.starts_at as "startsAt", s.ends_at as "endsAt", s.zone, s.place, s.format,
  s.host_side as host, s.updated_at as "updatedAt", s.created_at as "createdAt",
  (select jsonb_build_object('sequence', i.sequence, 'method', i.method, 'changedAt', i.changed_at)
     from forum.session_invitation i where i.session_id = s.id) as invitation`;

/** A day that stands or has stood: not one that is only proposed, nor a month or year of the record. */
export const datedSession = `s.date_precision = 'day' and s.state <> 'proposed'`;

/** One session with an agreed day, or undefined when there is none to see. */
export async function findSessionToPrint(
  reader: Reader,
  side: Side | null,
  id: string,
): Promise<SessionToPrint | undefined> {
  const [row] = await reader.query<SessionToPrint>(
    `select ${printColumns} from forum.session s where s.id = $2 and ${datedSession}`,
    [side, id],
  );
  return row;
}
