import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The days before a poll's deadline share the reader's mail of the day, as the rules of the channel say (domain.md 4, job rules). */
export class GatherPollChases1795000052200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(planPollReminders(true));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(planPollReminders(false));
  }
}

function planPollReminders(gathered: boolean): string {
  return `
    create or replace function forum.plan_poll_reminders(p_poll_id uuid, p_rule text, p_cause text, p_days jsonb) returns void
    language sql security definer set search_path = forum, pg_temp as $$
      select forum.plan_reminders('date_poll', p_poll_id, p_rule, p_cause, coalesce((
        select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'recipient_post_id', p.post_id, 'offset_days', d.offset_days,
                                            'rule_date', d.rule_date, 'due_at', d.due_at${gathered ? `, 'delivery', d.delivery` : ''}))
          from forum.date_poll_participant p
          join jsonb_to_recordset(p_days) as d(side text, offset_days integer, rule_date date, due_at timestamptz${gathered ? ', delivery text' : ''}) on d.side = p.audience
         where p.poll_id = p_poll_id and p.removed_at is null
           and exists (select 1 from forum.date_poll_slot s
                        where s.poll_id = p_poll_id
                          and not exists (select 1 from forum.date_poll_answer a
                                           where a.slot_id = s.id and a.participant_id = p.id and a.answer is not null))), '[]'))
    $$`;
}
