import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What could not be planned anew is kept and tried again, in place of standing in a log alone; whoever keeps the desk running sees how
 * much it is and may ask for another try. And what is planned by the calendar is looked at again once every transaction has ended that may
 * have planned by what was true before.
 */
export class KeepWhatWasLeftBehind1795000059000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.reminder_left_behind (
        kind text not null,
        object_id uuid not null,
        tries integer not null default 1,
        failed_at timestamptz not null default forum.now(),
        again_at timestamptz not null,
        constraint pk_reminder_left_behind primary key (kind, object_id)
      )`);
    await runner.query(`create index ix_reminder_left_behind_again_at on forum.reminder_left_behind (again_at)`);
    await runner.query(`grant select, insert, update, delete on forum.reminder_left_behind to forum_worker`);
    await runner.query(
      `alter table forum.reminder_schedule add column settles_at bigint, add column failed_at timestamptz`,
    );
    await runner.query(`
      create function forum.left_behind_health() returns table (objects bigint, kinds bigint)
      language sql stable security definer set search_path = forum, pg_temp as $$
        select (select count(*) from forum.reminder_left_behind), (select count(*) from forum.reminder_schedule where failed_at is not null)
      $$`);
    await runner.query(`
      create function forum.retry_left_behind() returns bigint
      language sql security definer set search_path = forum, pg_temp as $$
        with asked as (update forum.reminder_left_behind set again_at = forum.now() returning 1) select count(*) from asked
      $$`);
    await runner.query(`grant forum_worker to current_user`);
    await runner.query(`grant create on schema forum to forum_worker`);
    for (const name of functions) {
      await runner.query(`alter function ${name} owner to forum_worker`);
      await runner.query(`revoke all on function ${name} from public`);
      await runner.query(`grant execute on function ${name} to forum_admin`);
    }
    await runner.query(`revoke create on schema forum from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of functions) await runner.query(`drop function ${name}`);
    await runner.query(`alter table forum.reminder_schedule drop column settles_at, drop column failed_at`);
    await runner.query(`drop table forum.reminder_left_behind`);
  }
}

const functions = ['forum.left_behind_health()', 'forum.retry_left_behind()'];
