import type { Reader } from '#platform/database';
import type { SealableEntry, SealedEntry } from '../domain/chain.js';

const columns = `id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, zone, event, subject_type as "subjectType",
  subject_id as "subjectId", actor_user_id as "actorUserId", actor_side as "actorSide", actor_post_id as "actorPostId", params, audience`;

/** Entries not sealed yet, oldest first. */
export function unsealedEntries(reader: Reader, limit: number): Promise<SealableEntry[]> {
  return reader.query(`select ${columns} from forum.audit_entry where position is null order by at, id limit $1`, [
    limit,
  ]);
}

/** Sealed entries after a position, in the order of the chain. */
export function sealedEntries(reader: Reader, after: number, limit: number): Promise<SealedEntry[]> {
  return reader.query(
    `select ${columns}, position::integer as position, hash from forum.audit_entry where position > $1 order by position limit $2`,
    [after, limit],
  );
}

/** The last sealed entry's place and hash; undefined while nothing is sealed. */
export async function chainEnd(reader: Reader): Promise<{ position: number; hash: string } | undefined> {
  const [row] = await reader.query<{ position: number; hash: string }>(
    `select position::integer as position, hash from forum.audit_entry where position is not null order by position desc limit 1`,
  );
  return row;
}
