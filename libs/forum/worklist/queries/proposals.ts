import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { channelNameAs } from '#forum/channels';
import { sessionRefAs, sessionTitle, type SessionRef } from '#forum/sessions';
import type { ProposalRow } from '#forum/two-key';

/** Titles of what proposals are about, by subject id, as the reader's side names it. Subjects out of the reader's sight are left out. */
export async function subjectTitles(
  reader: Reader,
  side: Side | null,
  proposals: readonly Pick<ProposalRow, 'subjectType' | 'subjectId'>[],
): Promise<ReadonlyMap<string, LocalizedText>> {
  const idsOf = (type: string) => proposals.filter((row) => row.subjectType === type).map((row) => row.subjectId);
  const rows = await reader.query<{ id: string; channel: LocalizedText | null; session: SessionRef | null }>(
    `select c.id, ${channelNameAs('c.id', '$1::text')} as channel, null::jsonb as session from forum.channel c where c.id = any ($2::uuid[])
     union all
     select s.id, null, ${sessionRefAs('s.id', '$1::text')} from forum.session s where s.id = any ($3::uuid[])`,
    [side, idsOf('channel'), idsOf('session')],
  );
  return new Map(
    rows.flatMap(({ id, channel, session }) => {
      const title = session ? sessionTitle(session, side) : channel;
      return title ? [[id, title] as const] : [];
    }),
  );
}
