import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { SubjectSeen } from '#forum/two-key';
import { channelNameAs } from './channel-name.js';

/** Name and page of channels by id, for proposals about them; channels out of the reader's sight are left out. */
export async function channelSubjects(
  reader: Reader,
  side: Side | null,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SubjectSeen>> {
  const rows = await reader.query<{ id: string; title: LocalizedText }>(
    `select c.id, ${channelNameAs('c.id', '$1::text')} as title from forum.channel c where c.id = any ($2::uuid[])`,
    [side, ids],
  );
  return new Map(rows.map(({ id, title }) => [id, { title, path: `/channels/${id}` }]));
}
