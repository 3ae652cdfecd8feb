import type { Actor, Language } from '#core/kernel';
import type { Reader } from '#platform/database';
import { postAsJson, type PostRow } from '#forum/identity';

/** A post as the desk of its side knows it. */
export interface PostCard {
  post: PostRow;
  /** Who is told today; null while nobody can be. */
  holder: { userId: string; email: string; language: Language; since: string | null } | null;
  counts: { planned: number; sent: number; inDoubt: number; failed: number };
  lastSentAt: Date | null;
  /** The last final refusal of a mail, if none was taken since. */
  refused: { dueAt: string; code: string; answer: string | null } | null;
}

/** SQL for whether a mail left: what was put into the inbox alone says nothing of an address. */
const left = (row: string): string =>
  `not exists (select 1 from forum.sent_mail m where m.carried_id = coalesce(${row}.digest_id, ${row}.id) and not m.mailed)`;

/**
 * The card of a post of the reader's own side; undefined for every other id. The holder is whom `recipientAs` would name:
 * accounts of the other side are not there for this role.
 */
export async function findPostCard(reader: Reader, actor: Actor, postId: string): Promise<PostCard | undefined> {
  // A company has a side and none of its accounts.
  if (actor.side === null || actor.databaseRole !== `forum_${actor.side}`) return undefined;
  const [row] = await reader.query<PostCard>(
    `select ${postAsJson('o.id')} as post,
            (select jsonb_build_object('userId', u.id, 'email', u.email, 'language', u.language, 'since', h.held_from)
               from forum.post_holder h join forum.user_account u on u.id = h.user_id and u.disabled_at is null
              where h.post_id = o.id and (h.held_from is null or h.held_from <= forum.today(forum.zone_of(o.side)))
                and (h.held_to is null or h.held_to >= forum.today(forum.zone_of(o.side)))
              order by h.held_from desc nulls last, h.id limit 1) as holder,
            jsonb_build_object('planned', c.planned, 'sent', c.sent, 'inDoubt', c.in_doubt, 'failed', c.failed) as counts,
            c.last_sent_at as "lastSentAt",
            (select jsonb_build_object('dueAt', f.due_at, 'code', f.last_error_code, 'answer', f.relay_answer) from forum.reminder f
              where f.recipient_post_id = o.id and f.state = 'failed' and f.last_error_code like 'mail.%'
                and not exists (select 1 from forum.reminder s where s.recipient_post_id = o.id and s.sent_at > f.due_at and ${left('s')})
              order by f.due_at desc, f.id desc limit 1) as refused
       from forum.post o
       cross join lateral (
         select count(*) filter (where r.state in ('planned','queued','sending')) as planned, count(*) filter (where r.state = 'sent') as sent,
                count(*) filter (where r.state = 'in_doubt') as in_doubt, count(*) filter (where r.state = 'failed') as failed,
                max(r.sent_at) filter (where ${left('r')}) as last_sent_at
           from forum.reminder r where r.recipient_post_id = o.id and r.recipient_side = o.side) c
      where o.id = $1 and o.side = $2`,
    [postId, actor.side],
  );
  return row;
}
