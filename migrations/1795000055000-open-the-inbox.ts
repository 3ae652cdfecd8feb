import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A mail is read in its reader's inbox too, and a side's secretariat mends what the relay left open: it sends a failed one again, says
 * that one in doubt has arrived, or tells something once more on purpose.
 *
 * The sides write neither table by hand: each function touches the reader's own mails, or the rows of the side it is given, and takes
 * the whole mail where one carries several reminders. What may be done in which state is decided by the caller, on locked rows; that the
 * side is the caller's own is seen here too, by the role that calls: it stays what it is inside a function of another owner.
 */
export class OpenTheInbox1795000055000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table forum.sent_mail add column read_at timestamptz`);
    await runner.query(`create index ix_sent_mail_unread on forum.sent_mail (user_id) where read_at is null`);
    await runner.query(`create index ix_reminder_recipient_post_id on forum.reminder (recipient_post_id, due_at, id)`);
    await runner.query(`
      update forum.sent_mail m set user_id = u.id
        from forum.user_account u where m.user_id is null and u.email = m.recipient and u.side = m.audience`);
    await runner.query(`
      create function forum.mark_mails(p_user uuid, p_ids uuid[], p_until timestamptz, p_read boolean) returns void
      language sql security definer set search_path = forum, pg_temp as $$
        update forum.sent_mail m set read_at = case when p_read then forum.now() end
         where m.user_id = p_user and m.audience = substr(current_setting('role'), 7) and (m.read_at is null) = p_read and (m.id = any (p_ids) or m.sent_at <= p_until)
      $$`);
    await runner.query(`
      create function forum.lock_reminders(p_side text, p_ids uuid[]) returns table (id uuid, carried_id uuid, state text, version integer)
      language sql security definer set search_path = forum, pg_temp as $$
        select r.id, coalesce(r.digest_id, r.id), r.state, r.attempt + r.resent
          from forum.reminder r
         where r.recipient_side = p_side and p_side = substr(current_setting('role'), 7)
           and r.id = any (array(
             select i.id from unnest(p_ids) i(id)
             union
             select o.id from forum.reminder d join forum.reminder o on o.digest_id = d.digest_id
              where d.id = any (p_ids) and d.recipient_side = p_side))
         order by r.id for update of r
      $$`);
    // Told again on purpose: another Message-ID, or a relay would drop it; the mail that went out before stays in the inbox as it was.
    await runner.query(`
      create function forum.mend_reminders(p_side text, p_act text, p_ids uuid[], p_kept_as uuid) returns void
      language sql security definer set search_path = forum, pg_temp as $$
        update forum.sent_mail m set carried_id = p_kept_as
         where p_act = 'resend' and m.audience = p_side and p_side = substr(current_setting('role'), 7)
           and m.carried_id in (select coalesce(r.digest_id, r.id) from forum.reminder r where r.id = any (p_ids) and r.recipient_side = p_side);
        update forum.reminder r
           set state = case p_act when 'arrived' then 'sent' when 'send-again' then 'in_doubt' else 'planned' end,
               due_at = case p_act when 'resend' then forum.now() else r.due_at end,
               lease_until = case p_act when 'send-again' then forum.now() end,
               sent_at = case p_act when 'arrived' then coalesce(r.doubted_at, forum.now()) when 'resend' then r.sent_at end,
               last_error_code = case p_act when 'send-again' then 'reminders.released' end,
               late = r.late and p_act <> 'resend',
               doubted_at = case p_act when 'resend' then null else r.doubted_at end,
               relay_answer = case when p_act in ('resend','arrived') then null else r.relay_answer end,
               message_id = case p_act when 'resend' then null else r.message_id end,
               resent = r.resent + case p_act when 'resend' then 1 else 0 end
         where r.id = any (p_ids) and r.recipient_side = p_side and p_side = substr(current_setting('role'), 7)
           and r.state = case p_act when 'resend' then 'sent' when 'retry' then 'failed' else 'in_doubt' end
      $$`);
    // What was told once stays told, though telling it again comes to nothing: nobody is told a third time, and the desk knows whom.
    await runner.query(`
      create function forum.keep_what_was_told() returns trigger language plpgsql set search_path = forum, pg_temp as $$
      begin
        new.sent_at := coalesce(new.sent_at, old.sent_at);
        new.sent_to := coalesce(new.sent_to, old.sent_to);
        new.language := coalesce(new.language, old.language);
        if new.state = 'cancelled' then new.state := 'sent'; end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger tr_reminder_told before update on forum.reminder for each row
        when (old.resent > 0 and old.sent_at is not null and (new.sent_at is null or new.state = 'cancelled'))
        execute function forum.keep_what_was_told()`);
    await runner.query(`grant forum_worker to current_user`);
    await runner.query(`grant create on schema forum to forum_worker`);
    for (const name of functions) {
      await runner.query(`alter function ${name} owner to forum_worker`);
      await runner.query(`revoke all on function ${name} from public`);
      await runner.query(`grant execute on function ${name} to forum_kr, forum_jp`);
    }
    await runner.query(`revoke create on schema forum from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger tr_reminder_told on forum.reminder`);
    await runner.query(`drop function forum.keep_what_was_told()`);
    await runner.query(`drop function ${functions.join(', ')}`);
    await runner.query(`drop index forum.ix_sent_mail_unread, forum.ix_reminder_recipient_post_id`);
    await runner.query(`alter table forum.sent_mail drop column read_at`);
  }
}

const functions = [
  'forum.mark_mails(uuid, uuid[], timestamptz, boolean)',
  'forum.lock_reminders(text, uuid[])',
  'forum.mend_reminders(text, text, uuid[], uuid)',
];
