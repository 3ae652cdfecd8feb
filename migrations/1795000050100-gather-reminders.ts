import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reminders before a date share one mail a day with the reader's others (domain.md 4, job rules), and tell of more: radio cases,
 * commitments, instruments, meetings of other forums, exhibitions, exchanges, rises, and a side's month (subject: one of its posts).
 * A row remembers that it left late, that a try once ended without an answer, what the relay said, and how often a person sent it again.
 */
export class GatherReminders1795000050100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.reminder
        add column delivery text not null default 'single',
        add column digest_id uuid,
        add column late boolean not null default false,
        add column doubted_at timestamptz,
        add column relay_answer text,
        add column resent integer not null default 0,
        add constraint ck_reminder_delivery check (delivery in ('single','digest')),
        drop constraint ck_reminder_subject_type,
        add constraint ck_reminder_subject_type check (subject_type in (${quoted([...before, ...added])}))`);
    await runner.query(`create index ix_reminder_digest_id on forum.reminder (digest_id) where digest_id is not null`);
    await runner.query(planReminders(true));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(planReminders(false));
    await runner.query(`
      delete from forum.sent_mail m using forum.reminder r
       where r.id = m.reminder_id and r.subject_type in (${quoted(added)})`);
    await runner.query(`delete from forum.reminder where subject_type in (${quoted(added)})`);
    await runner.query(`
      alter table forum.reminder
        drop constraint ck_reminder_subject_type,
        add constraint ck_reminder_subject_type check (subject_type in (${quoted(before)})),
        drop column resent,
        drop column relay_answer,
        drop column doubted_at,
        drop column late,
        drop column digest_id,
        drop column delivery`);
  }
}

const before = [
  'action_item',
  'session',
  'proposal',
  'channel',
  'date_poll',
  'delegation',
  'translation_request',
  'record',
];
const added = [
  'radio_issue',
  'commitment',
  'instrument',
  'multilateral_meeting',
  'exhibition',
  'exchange_programme',
  'escalation',
  'post',
];
const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(',');

/** Cancels what was planned for another date or reader and plans the rest; what is past is never planned, what was sent stays sent. */
function planReminders(gathered: boolean): string {
  return `
    create or replace function forum.plan_reminders(p_subject_type text, p_subject_id uuid, p_rule text, p_cause text, p_rows jsonb) returns void
    language sql security definer set search_path = forum, pg_temp as $$
      with wanted as (
        select w.id, w.offset_days, w.recipient_post_id, w.rule_date, w.due_at, coalesce(w.occurrence, 0) as occurrence,${gathered ? ` coalesce(w.delivery, 'single') as delivery,` : ''} p.side
          from jsonb_to_recordset(p_rows)
            as w(id uuid, offset_days integer, recipient_post_id uuid, rule_date date, due_at timestamptz, occurrence integer${gathered ? ', delivery text' : ''})
          join forum.post p on p.id = w.recipient_post_id
         where w.due_at > forum.now()
      ), gone as (
        update forum.reminder r set state = 'cancelled', lease_until = null, last_error_code = 'reminders.causeMoved'
         where r.subject_type = p_subject_type and r.subject_id = p_subject_id and r.rule = p_rule and r.state in ('planned','queued')
           and not exists (select 1 from wanted w where w.offset_days = r.offset_days and w.recipient_post_id = r.recipient_post_id
                            and w.rule_date = r.rule_date and w.occurrence = r.occurrence)
      )
      insert into forum.reminder as r (id, subject_type, subject_id, rule, offset_days, recipient_post_id, recipient_side, rule_date, occurrence, due_at, zone, cause, audience${gathered ? ', delivery' : ''})
      select w.id, p_subject_type, p_subject_id, p_rule, w.offset_days, w.recipient_post_id, w.side, w.rule_date, w.occurrence, w.due_at, forum.zone_of(w.side), p_cause, w.side${gathered ? ', w.delivery' : ''}
        from wanted w
      on conflict on constraint uq_reminder_key do update
         set state = 'planned', due_at = excluded.due_at, cause = excluded.cause, last_error_code = null${gathered ? ', delivery = excluded.delivery, digest_id = null' : ''}
       where r.state in ('planned','cancelled')
    $$`;
}
