import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reminders are rows first; the queue only carries them (design.md decision 9).
 *
 * A reminder belongs to its reader's side alone, yet it is planned in the transaction of whoever caused it, often of the other
 * side. So the sides may read their own rows and write none; `forum.plan_reminders` writes them with the rights of
 * `forum_worker`, takes side and zone from the recipient's post, and gives nothing back.
 */
export class CreateReminder1795000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.reminder (
        id uuid not null,
        subject_type text not null,
        subject_id uuid not null,
        rule text not null,
        offset_days integer not null,
        recipient_post_id uuid not null,
        recipient_side text not null,
        rule_date date not null,
        due_at timestamptz not null,
        zone text not null,
        cause text not null,
        state text not null default 'planned',
        lease_until timestamptz,
        attempt integer not null default 0,
        message_id text,
        sent_at timestamptz,
        sent_to text,
        language text,
        last_error_code text,
        audience text not null,
        created_at timestamptz not null default forum.now(),
        constraint pk_reminder primary key (id),
        constraint uq_reminder_key unique (subject_type, subject_id, rule, offset_days, recipient_post_id, rule_date),
        constraint fk_reminder_recipient_post_id foreign key (recipient_post_id) references forum.post (id),
        constraint ck_reminder_subject_type check (subject_type in ('action_item','session')),
        constraint ck_reminder_state check (state in ('planned','queued','sending','sent','in_doubt','cancelled','failed')),
        constraint ck_reminder_language check (language in ('ko','ja','en')),
        constraint ck_reminder_audience check (audience in ('kr','jp') and audience = recipient_side)
      )`);
    await runner.query(`create index ix_reminder_waiting on forum.reminder (due_at, id) where state = 'planned'`);
    await runner.query(
      `create index ix_reminder_leased on forum.reminder (lease_until, id) where state in ('queued','sending','in_doubt')`,
    );
    await runner.query(`create index ix_reminder_recipient on forum.reminder (recipient_side, due_at, id)`);
    await runner.query(`
      create table forum.sent_mail (
        id uuid not null,
        reminder_id uuid not null,
        recipient text not null,
        language text not null,
        subject text not null,
        text text not null,
        html text not null,
        href text,
        sent_at timestamptz not null default forum.now(),
        audience text not null,
        constraint pk_sent_mail primary key (id),
        constraint uq_sent_mail_reminder_id unique (reminder_id),
        constraint fk_sent_mail_reminder_id foreign key (reminder_id) references forum.reminder (id),
        constraint ck_sent_mail_language check (language in ('ko','ja','en')),
        constraint ck_sent_mail_audience check (audience in ('kr','jp'))
      )`);
    await runner.query(`create index ix_sent_mail_sent_at on forum.sent_mail (sent_at, id)`);
    for (const table of ['reminder', 'sent_mail']) {
      await runner.query(`select forum.secure_by_audience('forum.${table}', '{}', '{kr,jp}')`);
    }

    // Cancels what was planned for another date or reader and plans the rest; what is past is never planned, what was sent stays sent.
    await runner.query(`
      create function forum.plan_reminders(p_subject_type text, p_subject_id uuid, p_rule text, p_cause text, p_rows jsonb) returns void
      language sql security definer set search_path = forum, pg_temp as $$
        with wanted as (
          select w.*, p.side from jsonb_to_recordset(p_rows)
            as w(id uuid, offset_days integer, recipient_post_id uuid, rule_date date, due_at timestamptz)
            join forum.post p on p.id = w.recipient_post_id
           where w.due_at > forum.now()
        ), gone as (
          update forum.reminder r set state = 'cancelled', lease_until = null, last_error_code = 'reminders.causeMoved'
           where r.subject_type = p_subject_type and r.subject_id = p_subject_id and r.rule = p_rule and r.state in ('planned','queued')
             and not exists (select 1 from wanted w where w.offset_days = r.offset_days
                              and w.recipient_post_id = r.recipient_post_id and w.rule_date = r.rule_date)
        )
        insert into forum.reminder as r (id, subject_type, subject_id, rule, offset_days, recipient_post_id, recipient_side, rule_date, due_at, zone, cause, audience)
        select w.id, p_subject_type, p_subject_id, p_rule, w.offset_days, w.recipient_post_id, w.side, w.rule_date, w.due_at, forum.zone_of(w.side), p_cause, w.side
          from wanted w
        on conflict on constraint uq_reminder_key do update
           set state = 'planned', due_at = excluded.due_at, cause = excluded.cause, last_error_code = null
         where r.state in ('planned','cancelled')
      $$`);
    // Whoever tells both secretariats may not read the other side's accounts: only the posts are given.
    await runner.query(`
      create function forum.secretariat_posts() returns table (post_id uuid, side text)
      language sql stable security definer set search_path = forum, pg_temp as $$
        select distinct p.id, p.side
          from forum.post_holder h
          join forum.post p on p.id = h.post_id
          join forum.user_account u on u.id = h.user_id
         where 'secretariat' = any (u.roles) and u.disabled_at is null and p.side in ('kr','jp')
           and (h.held_from is null or h.held_from <= forum.today(forum.zone_of(p.side)))
           and (h.held_to is null or h.held_to >= forum.today(forum.zone_of(p.side)))
      $$`);
    await runner.query(`grant forum_worker to current_user`);
    await runner.query(`grant create on schema forum to forum_worker`);
    for (const name of [planFunction, postsFunction]) {
      await runner.query(`alter function ${name} owner to forum_worker`);
      await runner.query(`revoke all on function ${name} from public`);
      await runner.query(`grant execute on function ${name} to forum_kr, forum_jp, forum_joint, forum_worker`);
    }
    await runner.query(`revoke create on schema forum from forum_worker`);

    // The worker may bring its queue back after the whole schema was dropped, and may create no other schema.
    await runner.query(`
      create function forum.create_queue_schema() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        create schema if not exists bullmq authorization forum_worker;
      end $$`);
    await runner.query(`revoke all on function forum.create_queue_schema() from public`);
    await runner.query(`grant execute on function forum.create_queue_schema() to forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema if exists bullmq cascade`);
    await runner.query(`drop function forum.create_queue_schema(), ${planFunction}, ${postsFunction}`);
    await runner.query(`drop table forum.sent_mail, forum.reminder`);
  }
}

const planFunction = 'forum.plan_reminders(text, uuid, text, text, jsonb)';
const postsFunction = 'forum.secretariat_posts()';
