import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reminders tell of proposals, channels, date polls and delegations too (domain.md 4). The same news can come twice on one day: a level
 * changed back, an invitation raised to its next sequence. So the key of a reminder also holds its occurrence, the version of the
 * object or the sequence of its calendar file.
 */
export class WidenReminder1795000027000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.reminder
        add column occurrence integer not null default 0,
        drop constraint ck_reminder_subject_type,
        add constraint ck_reminder_subject_type check (subject_type in ('action_item','session','proposal','channel','date_poll','delegation')),
        drop constraint uq_reminder_key,
        add constraint uq_reminder_key unique (subject_type, subject_id, rule, offset_days, recipient_post_id, rule_date, occurrence)`);
    await runner.query(planReminders('occurrence'));
    // Whoever escalates to the heads may not read the other side's accounts: only the posts are given.
    await runner.query(`
      create function forum.head_posts() returns table (post_id uuid, side text)
      language sql stable security definer set search_path = forum, pg_temp as $$
        select distinct p.id, p.side
          from forum.post_holder h
          join forum.post p on p.id = h.post_id
          join forum.user_account u on u.id = h.user_id
         where 'head' = any (u.roles) and u.disabled_at is null and p.side in ('kr','jp')
           and (h.held_from is null or h.held_from <= forum.today(forum.zone_of(p.side)))
           and (h.held_to is null or h.held_to >= forum.today(forum.zone_of(p.side)))
      $$`);
    await runner.query(`grant forum_worker to current_user`);
    await runner.query(`grant create on schema forum to forum_worker`);
    await runner.query(`alter function forum.head_posts() owner to forum_worker`);
    await runner.query(`revoke all on function forum.head_posts() from public`);
    await runner.query(`grant execute on function forum.head_posts() to forum_kr, forum_jp, forum_joint, forum_worker`);
    await runner.query(`revoke create on schema forum from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function forum.head_posts()`);
    await runner.query(planReminders(null));
    // What the earlier key cannot hold was planned by what is taken back here.
    await runner.query(`
      delete from forum.sent_mail m using forum.reminder r
       where r.id = m.reminder_id and (r.occurrence <> 0 or r.subject_type not in ('action_item','session'))`);
    await runner.query(
      `delete from forum.reminder where occurrence <> 0 or subject_type not in ('action_item','session')`,
    );
    await runner.query(`
      alter table forum.reminder
        drop constraint uq_reminder_key,
        add constraint uq_reminder_key unique (subject_type, subject_id, rule, offset_days, recipient_post_id, rule_date),
        drop constraint ck_reminder_subject_type,
        add constraint ck_reminder_subject_type check (subject_type in ('action_item','session')),
        drop column occurrence`);
  }
}

/** Cancels what was planned for another date or reader and plans the rest; what is past is never planned, what was sent stays sent. */
function planReminders(occurrence: 'occurrence' | null): string {
  const counted = occurrence !== null;
  return `
    create or replace function forum.plan_reminders(p_subject_type text, p_subject_id uuid, p_rule text, p_cause text, p_rows jsonb) returns void
    language sql security definer set search_path = forum, pg_temp as $$
      with wanted as (
        select w.id, w.offset_days, w.recipient_post_id, w.rule_date, w.due_at,${counted ? ' coalesce(w.occurrence, 0) as occurrence,' : ''} p.side
          from jsonb_to_recordset(p_rows)
            as w(id uuid, offset_days integer, recipient_post_id uuid, rule_date date, due_at timestamptz${counted ? ', occurrence integer' : ''})
          join forum.post p on p.id = w.recipient_post_id
         where w.due_at > forum.now()
      ), gone as (
        update forum.reminder r set state = 'cancelled', lease_until = null, last_error_code = 'reminders.causeMoved'
         where r.subject_type = p_subject_type and r.subject_id = p_subject_id and r.rule = p_rule and r.state in ('planned','queued')
           and not exists (select 1 from wanted w where w.offset_days = r.offset_days
                            and w.recipient_post_id = r.recipient_post_id and w.rule_date = r.rule_date${counted ? ' and w.occurrence = r.occurrence' : ''})
      )
      insert into forum.reminder as r (id, subject_type, subject_id, rule, offset_days, recipient_post_id, recipient_side, rule_date,${counted ? ' occurrence,' : ''} due_at, zone, cause, audience)
      select w.id, p_subject_type, p_subject_id, p_rule, w.offset_days, w.recipient_post_id, w.side, w.rule_date,${counted ? ' w.occurrence,' : ''} w.due_at, forum.zone_of(w.side), p_cause, w.side
        from wanted w
      on conflict on constraint uq_reminder_key do update
         set state = 'planned', due_at = excluded.due_at, cause = excluded.cause, last_error_code = null
       where r.state in ('planned','cancelled')
    $$`;
}
