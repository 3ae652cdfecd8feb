import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { SubjectSeen } from '#forum/two-key';

/** Meetings, their items and contributions by id: proposals are about any of them. Those out of the reader's sight are left out. */
export async function multilateralSubjects(
  reader: Reader,
  _side: Side | null,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SubjectSeen>> {
  const rows = await reader.query<{ id: string; title: LocalizedText; path: string }>(
    `select m.id, m.name as title, '/multilateral/' || m.id as path from forum.multilateral_meeting m where m.id = any ($1::uuid[])
      union all
     select i.id, i.title, '/multilateral/' || i.meeting_id || '#item-' || i.id from forum.multilateral_item i where i.id = any ($1::uuid[])
      union all
     select c.id, c.title, '/multilateral/' || c.meeting_id from forum.multilateral_contribution c where c.id = any ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, title, path }) => [id, { title, path }]));
}

/** Every change of what hangs on a meeting locks the meeting, so do proposals about it. */
export const lockSubject = `select id from forum.multilateral_meeting
  where id = $1 or id = (select i.meeting_id from forum.multilateral_item i where i.id = $1)
    or id = (select c.meeting_id from forum.multilateral_contribution c where c.id = $1) for update`;
