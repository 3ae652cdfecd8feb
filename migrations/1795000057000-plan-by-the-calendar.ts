import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What comes by the calendar alone (a side's month, the review of a promise) and what the calendar moves (holidays, rules, channels that
 * rest) is planned by the worker once for each state of them: the row says for which. And planning again takes back no reminder whose
 * hour has come while nobody carried it, as long as it is still wanted (domain.md 8, case 13).
 */
export class PlanByTheCalendar1795000057000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.reminder_schedule (
        name text not null,
        basis text not null,
        planned_at timestamptz not null default forum.now(),
        constraint pk_reminder_schedule primary key (name)
      )`);
    await runner.query(`grant select, insert, update on forum.reminder_schedule to forum_worker`);
    await runner.query(
      planReminders(
        `(w.due_at > forum.now() or exists (
             select 1 from forum.reminder k
              where k.subject_type = p_subject_type and k.subject_id = p_subject_id and k.rule = p_rule and k.offset_days = w.offset_days
                and k.recipient_post_id = w.recipient_post_id and k.rule_date = w.rule_date and k.occurrence = coalesce(w.occurrence, 0)
                and k.state in ('planned','queued')))`,
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(planReminders(`w.due_at > forum.now()`));
    await runner.query(`drop table forum.reminder_schedule`);
  }
}

/** Cancels what was planned for another date or reader and plans the rest; what was sent stays sent. @param ahead what may be planned */
function planReminders(ahead: string): string {
  return `
    create or replace function forum.plan_reminders(p_subject_type text, p_subject_id uuid, p_rule text, p_cause text, p_rows jsonb) returns void
    language sql security definer set search_path = forum, pg_temp as $$
      with wanted as (
        select w.id, w.offset_days, w.recipient_post_id, w.rule_date, w.due_at, coalesce(w.occurrence, 0) as occurrence, coalesce(w.delivery, 'single') as delivery, p.side
          from jsonb_to_recordset(p_rows)
            as w(id uuid, offset_days integer, recipient_post_id uuid, rule_date date, due_at timestamptz, occurrence integer, delivery text)
          join forum.post p on p.id = w.recipient_post_id
         where ${ahead}
      ), gone as (
        update forum.reminder r set state = 'cancelled', lease_until = null, last_error_code = 'reminders.causeMoved'
         where r.subject_type = p_subject_type and r.subject_id = p_subject_id and r.rule = p_rule and r.state in ('planned','queued')
           and not exists (select 1 from wanted w where w.offset_days = r.offset_days and w.recipient_post_id = r.recipient_post_id
                            and w.rule_date = r.rule_date and w.occurrence = r.occurrence)
      )
      insert into forum.reminder as r (id, subject_type, subject_id, rule, offset_days, recipient_post_id, recipient_side, rule_date, occurrence, due_at, zone, cause, audience, delivery)
      select w.id, p_subject_type, p_subject_id, p_rule, w.offset_days, w.recipient_post_id, w.side, w.rule_date, w.occurrence, w.due_at, forum.zone_of(w.side), p_cause, w.side, w.delivery
        from wanted w
      on conflict on constraint uq_reminder_key do update
         set state = 'planned', due_at = excluded.due_at, cause = excluded.cause, last_error_code = null, delivery = excluded.delivery, digest_id = null
       where r.state in ('planned','cancelled')
    $$`;
}
