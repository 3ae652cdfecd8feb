import type { Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { invitationRule } from '../domain/rules.js';
import { secretariatNotices } from '../domain/secretariat-notices.js';

/** Who is invited whether or not they are a secretariat. */
const invitedAnyway = `
  exists (select 1 from forum.head_posts() h where h.post_id = r.recipient_post_id)
  or exists (select 1 from forum.delegation d join forum.delegation_member m on m.delegation_id = d.id
              where d.session_id = r.subject_id and m.post_id = r.recipient_post_id and d.state <> 'draft' and d.audience = 'joint')`;

/**
 * What was to be told to a side's secretariat goes to who is secretariat now: a notice that was planned at night, or waited for the holder
 * of a post, leaves for the posts that are one when mail leaves. While a side has none it stays where it is. What may have been told, or is
 * told once more, stays too.
 */
export async function followSecretariats(tx: Tx, sides: readonly Side[], now: string): Promise<void> {
  await tx.query(
    `with present as materialized (
       select post_id, side from forum.secretariat_posts()
     ), former as (
       select r.id from forum.reminder r
        where r.rule = any ($3) and r.recipient_side = any ($1) and r.due_at <= $2 and r.resent = 0 and r.doubted_at is null
          and (r.state = 'planned' or (r.state = 'failed' and r.last_error_code = 'reminders.postVacant'))
          and not exists (select 1 from present p where p.post_id = r.recipient_post_id)
          and exists (select 1 from present p where p.side = r.recipient_side)
          and (r.rule <> $4 or not (${invitedAnyway}))
        for update of r skip locked
     ), moved as (
       update forum.reminder r
          set state = 'cancelled', lease_until = null, digest_id = null, message_id = null, last_error_code = 'reminders.readerMoved'
         from former f where r.id = f.id
       returning r.*)
     insert into forum.reminder as k (id, subject_type, subject_id, rule, offset_days, recipient_post_id, recipient_side, rule_date, occurrence, due_at, zone, cause, audience, delivery, created_at)
     select distinct on (o.subject_type, o.subject_id, o.rule, o.offset_days, p.post_id, o.rule_date, o.occurrence)
            gen_random_uuid(), o.subject_type, o.subject_id, o.rule, o.offset_days, p.post_id, o.recipient_side, o.rule_date, o.occurrence, o.due_at,
            o.zone, o.cause, o.audience, 'single', o.created_at
       from moved o join present p on p.side = o.recipient_side
     on conflict on constraint uq_reminder_key do update
        set state = 'planned', due_at = excluded.due_at, cause = excluded.cause, last_error_code = null
      where k.state = 'cancelled' and k.last_error_code = 'reminders.readerMoved'`,
    [sides, now, secretariatNotices, invitationRule],
  );
}
