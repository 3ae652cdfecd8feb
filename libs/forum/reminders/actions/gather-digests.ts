import type { Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { holderAs } from '../queries/recipient.js';

/** The relay has the mail of the day, or may have it: nothing can be added to it any more. */
const closed = (digest: string): string =>
  `exists (select 1 from forum.reminder c where c.digest_id = ${digest} and c.state in ('queued','sending','in_doubt','sent'))`;

/**
 * Puts what is due and shares the mail of a day into the mail of its reader's day (domain.md 4, job rules: one message per person and
 * day). What comes after that mail has left waits for the next day's. A mail that did not leave on its day goes up in the next one's; one
 * that the relay may have, or that is told again on purpose, keeps its name. What no one can read, because the post is vacant, goes on by itself and says so.
 */
export async function gatherDigests(tx: Tx, sides: readonly Side[], now: string): Promise<void> {
  await takeBack(tx, sides, now);
  await tx.query(
    `with due as (
       select r.id, r.zone, o.user_id, d.day, forum.digest_id(o.user_id, d.day) as digest
         from forum.reminder r
         cross join lateral (select ($2::timestamptz at time zone r.zone)::date as day) d
         left join lateral (${holderAs('r.recipient_post_id')}) o on true
        where r.state = 'planned' and r.delivery = 'digest' and r.recipient_side = any ($1)
          and r.due_at <= $2 and (r.lease_until is null or r.lease_until <= $2)
          and (r.digest_id is null or ${closed('r.digest_id')}
            or (r.digest_day < d.day and r.doubted_at is null and r.resent = 0))
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

/** What lay in the queue when its day ended was not sent by anybody: its lease is over, so no job finds it any more. */
async function takeBack(tx: Tx, sides: readonly Side[], now: string): Promise<void> {
  await tx.query(
    `update forum.reminder r set state = 'planned', lease_until = null
      where r.state = 'queued' and r.delivery = 'digest' and r.recipient_side = any ($1) and r.lease_until <= $2
        and r.digest_day < ($2::timestamptz at time zone r.zone)::date and r.doubted_at is null and r.resent = 0`,
    [sides, now],
  );
}
