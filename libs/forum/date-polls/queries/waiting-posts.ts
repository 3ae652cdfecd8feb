import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { postAsJson, type PostRow } from '#forum/identity';

/** A post that still owes answers, and to how many slots. */
export interface WaitingPost {
  readonly post: PostRow;
  readonly role: string;
  readonly open: number;
}

/**
 * Whom to remind of an open poll: posts of one side that have not answered every slot. The other side's are never given.
 * @param side whose posts; the reader's own
 */
export function pollWaitingPosts(reader: Reader, pollId: string, side: Side): Promise<WaitingPost[]> {
  return reader.query<WaitingPost>(
    `select ${postAsJson('w.post_id')} as post, w.role, w.open
       from (select q.post_id, q.role, count(*)::int as open
               from forum.date_poll p join forum.date_poll_participant q on q.poll_id = p.id
               join forum.date_poll_slot s on s.poll_id = p.id
               left join forum.date_poll_answer a on a.participant_id = q.id and a.slot_id = s.id
              where p.id = $1 and p.state = 'open' and q.removed_at is null and q.audience = $2::text and a.answer is null
              group by q.post_id, q.role) w
       join forum.post r on r.id = w.post_id
      order by r.rank, w.post_id`,
    [pollId, side],
  );
}
