import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is asked in a date poll is known to its own side alone, yet either side's change of the poll moves the days on which those posts are
 * reminded. The days come from the caller; this function joins them to the posts that still wait, with the rights of `forum_worker`,
 * and gives nothing back.
 */
export class PlanPollReminders1795000027100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function forum.plan_poll_reminders(p_poll_id uuid, p_rule text, p_cause text, p_days jsonb) returns void
      language sql security definer set search_path = forum, pg_temp as $$
        select forum.plan_reminders('date_poll', p_poll_id, p_rule, p_cause, coalesce((
          select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'recipient_post_id', p.post_id, 'offset_days', d.offset_days,
                                              'rule_date', d.rule_date, 'due_at', d.due_at))
            from forum.date_poll_participant p
            join jsonb_to_recordset(p_days) as d(side text, offset_days integer, rule_date date, due_at timestamptz) on d.side = p.audience
           where p.poll_id = p_poll_id and p.removed_at is null
             and exists (select 1 from forum.date_poll_slot s
                          where s.poll_id = p_poll_id
                            and not exists (select 1 from forum.date_poll_answer a
                                             where a.slot_id = s.id and a.participant_id = p.id and a.answer is not null))), '[]'))
      $$`);
    await runner.query(`grant forum_worker to current_user`);
    await runner.query(`grant create on schema forum to forum_worker`);
    await runner.query(`alter function ${planFunction} owner to forum_worker`);
    await runner.query(`revoke all on function ${planFunction} from public`);
    await runner.query(`grant execute on function ${planFunction} to forum_kr, forum_jp, forum_joint, forum_worker`);
    await runner.query(`revoke create on schema forum from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${planFunction}`);
  }
}

const planFunction = 'forum.plan_poll_reminders(uuid, text, text, jsonb)';
