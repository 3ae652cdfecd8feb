import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reminders tell of translation requests too (domain.md 3.5, 4). When a source moves, the side that moved it may not know who on the
 * other side translates it: the rows are joined to the requests inside the database, which gives nothing back.
 */
export class RemindOfTranslations1795000032300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.reminder
        drop constraint ck_reminder_subject_type,
        add constraint ck_reminder_subject_type check (subject_type in
          ('action_item','session','proposal','channel','date_poll','delegation','translation_request'))`);
    await runner.query(`
      create function forum.plan_translation_reminders(p_object_ids uuid[], p_rule text, p_cause text, p_days jsonb) returns void
      language plpgsql security definer set search_path = forum, pg_temp as $$
      declare q record;
      begin
        for q in
          select distinct r.id, r.version, r.requested_side, r.translator_post_id
            from forum.translation_request r join forum.translation_unit u on u.request_id = r.id
           where u.object_id = any (p_object_ids) and r.state = 'in_work' and r.outdated_at is not null
        loop
          perform forum.plan_reminders('translation_request', q.id, p_rule, p_cause, coalesce((
            select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'recipient_post_id', w.post_id, 'offset_days', 0,
                                                'rule_date', d.rule_date, 'due_at', d.due_at, 'occurrence', q.version))
              from (select q.translator_post_id as post_id, q.requested_side as side where q.translator_post_id is not null
                    union all
                    select s.post_id, s.side from forum.secretariat_posts() s
                     where q.translator_post_id is null and s.side = q.requested_side) w
              join jsonb_to_recordset(p_days) as d(side text, rule_date date, due_at timestamptz) on d.side = w.side), '[]'));
        end loop;
      end $$`);
    await runner.query(`grant forum_worker to current_user`);
    await runner.query(`grant create on schema forum to forum_worker`);
    await runner.query(`alter function ${planFunction} owner to forum_worker`);
    await runner.query(`revoke all on function ${planFunction} from public`);
    await runner.query(`grant execute on function ${planFunction} to forum_kr, forum_jp, forum_joint, forum_worker`);
    await runner.query(`revoke create on schema forum from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${planFunction}`);
    await runner.query(`
      delete from forum.sent_mail m using forum.reminder r
       where r.id = m.reminder_id and r.subject_type = 'translation_request'`);
    await runner.query(`delete from forum.reminder where subject_type = 'translation_request'`);
    await runner.query(`
      alter table forum.reminder
        drop constraint ck_reminder_subject_type,
        add constraint ck_reminder_subject_type check (subject_type in ('action_item','session','proposal','channel','date_poll','delegation'))`);
  }
}

const planFunction = 'forum.plan_translation_reminders(uuid[], text, text, jsonb)';
