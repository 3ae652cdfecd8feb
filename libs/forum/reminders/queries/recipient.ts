import type { Reader } from '#platform/database';
import type { Recipient } from '../domain/reminder.types.js';

/** SQL for who holds a post today at its side and can sign in, as rows with `user_id`; `post` is the post's id. */
export function holderAs(post: string): string {
  return `select h.user_id, u.email, u.language, p.title as post
       from forum.post_holder h
       join forum.post p on p.id = h.post_id
       join forum.user_account u on u.id = h.user_id and u.disabled_at is null
      where h.post_id = ${post}
        and (h.held_from is null or h.held_from <= forum.today(forum.zone_of(p.side)))
        and (h.held_to is null or h.held_to >= forum.today(forum.zone_of(p.side)))
      order by h.held_from desc nulls last, h.id
      limit 1`;
}

/** Who holds a post today; undefined while it is vacant. A transfer changes the answer, nothing else (design.md decision 5). */
export async function findRecipient(reader: Reader, postId: string): Promise<Recipient | undefined> {
  const [row] = await reader.query<Recipient>(
    `select o.user_id as "userId", o.email, o.language, o.post from (${holderAs('$1')}) o`,
    [postId],
  );
  return row;
}
