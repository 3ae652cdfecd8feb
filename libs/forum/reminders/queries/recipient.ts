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

/**
 * SQL for who holds a post today, as one value of the shape of `Recipient`; null while it is vacant. A transfer changes the answer,
 * nothing else (design.md decision 5).
 */
export function recipientAs(post: string): string {
  return `(select jsonb_build_object('userId', o.user_id, 'email', o.email, 'language', o.language, 'post', o.post) from (${holderAs(post)}) o)`;
}
