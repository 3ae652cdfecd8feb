import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mail of a day belongs to a person and to a day at that person's side; both name it, so there is never a second one that day. */
export class CarryADayAsOneMail1795000053000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.reminder
        add column digest_user_id uuid,
        add column digest_day date,
        add constraint fk_reminder_digest_user_id foreign key (digest_user_id) references forum.user_account (id)`);
    await runner.query(`
      create function forum.digest_id(p_user uuid, p_day date) returns uuid language sql immutable parallel safe
      as $$ select md5('digest.' || p_user || '.' || to_char(p_day, 'YYYY-MM-DD'))::uuid $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function forum.digest_id(uuid, date)');
    await runner.query(`
      alter table forum.reminder
        drop column digest_day,
        drop column digest_user_id`);
  }
}
