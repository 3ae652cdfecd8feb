import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is planned anew in the background, over both sides together: how many changes, since when, and how much of them is done. */
export class TellHowFarPlanningAnewIs1795000054200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function forum.replan_health() returns table (open bigint, oldest timestamptz, percent integer)
      language sql stable security definer set search_path = forum, pg_temp as $$
        select count(*), min(requested_at),
               case when count(*) > 0 then coalesce(least(100, 100 * sum(done) / nullif(sum(total), 0)), 0)::integer end
          from forum.reminder_replan where finished_at is null
      $$`);
    await runner.query(`grant forum_worker to current_user`);
    await runner.query(`grant create on schema forum to forum_worker`);
    await runner.query(`alter function forum.replan_health() owner to forum_worker`);
    await runner.query(`revoke all on function forum.replan_health() from public`);
    await runner.query(`grant execute on function forum.replan_health() to forum_admin`);
    await runner.query(`revoke create on schema forum from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function forum.replan_health()`);
  }
}
