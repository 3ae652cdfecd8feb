import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { postAsJson, type PostRow } from '#forum/identity';
import type { KeyedSubject, StandingKey } from '../domain/two-key.types.js';

/** The keys that stand on a subject, at most one per side. */
export async function standingKeys(reader: Reader, subject: KeyedSubject): Promise<StandingKey[]> {
  const rows = await reader.query<{ side: Side; hash: string; at: Date; post: PostRow }>(
    `select k.side, k.content_hash as hash, k.turned_at as at, ${postAsJson('k.post_id')} as post
       from forum.key_turn k where k.subject_type = $1 and k.subject_id = $2 and k.cleared_at is null order by k.turned_at`,
    [subject.subjectType, subject.subjectId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
