import type { Side } from '#core/kernel';
import { postAsJson, type PostRow } from '#forum/identity';
import type { Reader } from '#platform/database';

export interface DelegationRow {
  side: Side;
  state: 'draft' | 'submitted' | 'accepted' | 'changed_after_submission';
  members: { post: PostRow; role: string }[];
}

/** The lists of a session that its reader may see. */
export async function listDelegations(reader: Reader, sessionId: string): Promise<DelegationRow[]> {
  return reader.query<DelegationRow>(
    `select d.side, d.state, coalesce((
              select jsonb_agg(jsonb_build_object('post', ${postAsJson('m.post_id')}, 'role', m.role) order by m.position)
                from forum.delegation_member m where m.delegation_id = d.id), '[]') as members
       from forum.delegation d where d.session_id = $1 order by d.side`,
    [sessionId],
  );
}
