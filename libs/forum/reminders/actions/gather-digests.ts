import type { Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { holderAs } from '../queries/recipient.js';

/** The relay has the mail of the day, or may have it: nothing can be added to it any more. */
const closed = (digest: string): string =>
  `exists (select 1 from forum.reminder c where c.digest_id = ${digest} and c.state in ('queued','sending','in_doubt','sent'))`;

/**
 * Puts what is due and shares the mail of a day into the mail of its reader's day (domain.md 4, job rules: one message per person and
 * day). What comes after that mail has left waits for the next day's. A mail put off until a later day goes up in that day's; one that
 * the relay may have keeps its name. What no one can read, because the post is vacant, goes on by itself and says so.
 */
export async function gatherDigests(tx: Tx, sides: readonly Side[], now: string): Promise<void> {
  await tx.query(
    `with due as (
       select r.id, r.zone, o.user_id, d.day, forum.digest_id(o.user_id, d.day) as digest
         from forum.reminder r
         cross join lateral (select ($2::timestamptz at time zone r.zone)::date as day) d
         left join lateral (${holderAs('r.recipient_post_id')}) o on true
        where r.state = 'planned' and r.delivery = 'digest' and r.recipient_side = any ($1)
          and r.due_at <= $2 and (r.lease_until is null or r.lease_until <= $2)
          and (r.digest_id is null or ${closed('r.digest_id')}
            or (r.digest_day < d.day and r.last_error_code is not null and r.doubted_at is null))
     ), decided as (select due.*, ${closed('due.digest')} as closed from due)
     update forum.reminder r
        set delivery = case when d.user_id is null then 'single' else 'digest' end,
            digest_id = case when not d.closed then d.digest end,
            digest_user_id = d.user_id, digest_day = d.day, message_id = null,
            lease_until = case when d.closed then (d.day + 1)::timestamp at time zone d.zone end
       from decided d where r.id = d.id`,
    [sides, now],
  );
}
