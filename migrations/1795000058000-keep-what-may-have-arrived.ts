import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A try that ends in doubt leaves what it carried, and to whom: a person may say later that it arrived, and then it is in its reader's
 * inbox with the words that were sent. Until then only the worker reads it: nobody knows yet whether anybody was told.
 *
 * Whoever was told once stays told: telling it again keeps that it was in doubt, and the mail of before is the reminder's again where
 * telling it again comes to nothing.
 */
export class KeepWhatMayHaveArrived1795000058000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.reminder
        add column doubted_user_id uuid,
        add constraint fk_reminder_doubted_user_id foreign key (doubted_user_id) references forum.user_account (id)`);
    await runner.query(`
      create table forum.mail_in_doubt (
        id uuid not null,
        message_id text not null,
        user_id uuid not null,
        recipient text not null,
        language text not null,
        subject text not null,
        text text not null,
        html text not null,
        href text,
        late boolean not null,
        sent_at timestamptz not null default forum.now(),
        audience text not null,
        constraint pk_mail_in_doubt primary key (id),
        constraint uq_mail_in_doubt_message_id unique (message_id),
        constraint fk_mail_in_doubt_user_id foreign key (user_id) references forum.user_account (id),
        constraint ck_mail_in_doubt_language check (language in ('ko','ja','en')),
        constraint ck_mail_in_doubt_audience check (audience in ('kr','jp'))
      )`);
    await runner.query(`select forum.secure_by_audience('forum.mail_in_doubt', '{}', '{kr,jp}')`);
    for (const side of ['kr', 'jp'])
      await runner.query(`drop policy mail_in_doubt_${side}_read on forum.mail_in_doubt`);
    await runner.query(mendReminders(mended));
    await runner.query(keepWhatWasTold(theMailOfBefore));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(keepWhatWasTold(''));
    await runner.query(mendReminders(before));
    await runner.query(`drop table forum.mail_in_doubt`);
    await runner.query(`alter table forum.reminder drop column doubted_user_id`);
  }
}

const ofTheSide = `r.id = any (p_ids) and r.recipient_side = p_side and p_side = substr(current_setting('role'), 7)`;

function mendReminders({ first, sentAt, doubtedAt, more, from, same }: typeof mended): string {
  return `
    create or replace function forum.mend_reminders(p_side text, p_act text, p_ids uuid[], p_kept_as uuid) returns void
    language sql security definer set search_path = forum, pg_temp as $$
      update forum.sent_mail m set carried_id = p_kept_as
       where p_act = 'resend' and m.audience = p_side and p_side = substr(current_setting('role'), 7)
         and m.carried_id in (select coalesce(r.digest_id, r.id) from forum.reminder r where r.id = any (p_ids) and r.recipient_side = p_side);${first}
      update forum.reminder r
         set state = case p_act when 'arrived' then 'sent' when 'send-again' then 'in_doubt' else 'planned' end,
             due_at = case p_act when 'resend' then forum.now() else r.due_at end,
             lease_until = case p_act when 'send-again' then forum.now() end,
             sent_at = case p_act when 'arrived' then ${sentAt} when 'resend' then r.sent_at end,
             last_error_code = case p_act when 'send-again' then 'reminders.released' end,
             late = r.late and p_act <> 'resend',
             doubted_at = ${doubtedAt},
             relay_answer = case when p_act in ('resend','arrived') then null else r.relay_answer end,
             message_id = case p_act when 'resend' then null else r.message_id end,${more}
             resent = r.resent + case p_act when 'resend' then 1 else 0 end${from}
       where ${same}${ofTheSide}
         and r.state = case p_act when 'resend' then 'sent' when 'retry' then 'failed' else 'in_doubt' end
    $$`;
}

const before = {
  first: '',
  sentAt: 'coalesce(r.doubted_at, forum.now())',
  doubtedAt: `case p_act when 'resend' then null else r.doubted_at end`,
  more: '',
  from: '',
  same: '',
};

/** What may have arrived did: the words that were sent go into the inbox, at the time they left, and the desk names who got them. */
const mended = {
  first: `
      insert into forum.sent_mail (id, carried_id, reminder_id, user_id, recipient, language, subject, text, html, href, message_id, late, mailed, sent_at, audience)
      select distinct on (d.id) d.id, coalesce(r.digest_id, r.id), case when r.digest_id is null then r.id end, d.user_id, d.recipient, d.language,
             d.subject, d.text, d.html, d.href, d.message_id, d.late, true, d.sent_at, d.audience
        from forum.reminder r
        join forum.mail_in_doubt d on d.message_id = r.message_id and d.audience = r.recipient_side
       where p_act = 'arrived' and r.state = 'in_doubt' and ${ofTheSide}
      on conflict on constraint uq_sent_mail_carried_id do nothing;`,
  sentAt: 'coalesce(t.sent_at, r.doubted_at, forum.now())',
  doubtedAt: 'r.doubted_at',
  more: `
             sent_to = case p_act when 'arrived' then coalesce(t.recipient, r.sent_to) else r.sent_to end,
             language = case p_act when 'arrived' then coalesce(t.language, r.language) else r.language end,
             doubted_user_id = case p_act when 'resend' then null else r.doubted_user_id end,`,
  from: `
        from forum.reminder o
        left join lateral (
          select coalesce(d.recipient, u.email) as recipient, coalesce(d.language, u.language) as language, d.sent_at
            from (select 1) one
            left join forum.mail_in_doubt d on d.message_id = o.message_id and d.audience = o.recipient_side
            left join forum.user_account u on u.id = o.doubted_user_id) t on true`,
  same: 'r.id = o.id and ',
};

function keepWhatWasTold(mail: string): string {
  return `
    create or replace function forum.keep_what_was_told() returns trigger language plpgsql set search_path = forum, pg_temp as $$
    begin
      new.sent_at := coalesce(new.sent_at, old.sent_at);
      new.sent_to := coalesce(new.sent_to, old.sent_to);
      new.language := coalesce(new.language, old.language);
      if new.state = 'cancelled' then${mail}
        new.state := 'sent';
      end if;
      return new;
    end $$`;
}

/** Of a mail of its own; the mail of a day belongs to what else was in it. */
const theMailOfBefore = `
        update forum.sent_mail m set carried_id = new.id
         where m.id = (select k.id from forum.sent_mail k where k.reminder_id = new.id order by k.sent_at desc, k.id desc limit 1)
           and not exists (select 1 from forum.sent_mail o where o.carried_id = new.id);`;
