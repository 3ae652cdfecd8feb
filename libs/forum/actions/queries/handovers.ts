import type { Actor } from '#core/kernel';
import type { Reader } from '#platform/database';
import { postAsJson, type PostRow } from '#forum/identity';
import { actionColumns, CLOCK_SQL, UNFINISHED_SQL, type ActionRow } from './action-columns.js';

/** A post that its present holder has taken over from somebody, and has not acknowledged yet. Dates are `YYYY-MM-DD`. */
export interface HandoverRow {
  readonly post: PostRow;
  readonly holderId: string;
  readonly since: string;
}

export interface Handover extends HandoverRow {
  readonly items: readonly ActionRow[];
}

/** Nobody reads more at once; a post that owes more has it all in its own list. */
const shown = 200;

/** Posts the actor holds that somebody held before, with no acknowledgement yet. */
export async function openHandovers(reader: Reader, actor: Actor): Promise<HandoverRow[]> {
  return reader.query<HandoverRow>(
    `select ${postAsJson('h.post_id')} as post, h.id as "holderId", h.held_from as since
       from forum.post_holder h
      where h.user_id = $1 and h.post_id = any ($2::uuid[]) and h.held_from is not null
        and h.held_from <= forum.today(forum.zone_of(h.side)) and (h.held_to is null or h.held_to >= forum.today(forum.zone_of(h.side)))
        and exists (select 1 from forum.post_holder b where b.post_id = h.post_id and b.id <> h.id and b.held_to is not null and b.held_to <= h.held_from)
        and not exists (select 1 from forum.action_handover a where a.holder_id = h.id)
      order by h.held_from, h.id`,
    [actor.userId, actor.postIds],
  );
}

/** What comes with a post: what it owed unfinished when its holder came, earliest due date first; one statement for each post. */
export async function handoversOf(reader: Reader, actor: Actor): Promise<Handover[]> {
  const found: Handover[] = [];
  for (const row of await openHandovers(reader, actor))
    found.push({ ...row, items: await takenOverBy(reader, actor, row) });
  return found;
}

export function takenOverBy(reader: Reader, actor: Actor, { post, since }: HandoverRow): Promise<ActionRow[]> {
  return reader.query<ActionRow>(
    `with ${CLOCK_SQL}
     select ${actionColumns('$1::text')}
       from forum.action_item a, clock
      where a.owner_post_id = $2 and a.state in (${UNFINISHED_SQL})
        and a.created_at < ($3::date + 1)::timestamp at time zone forum.zone_of($1)
      order by a.due, a.id limit $4`,
    [actor.side, post.id, since, shown],
  );
}
