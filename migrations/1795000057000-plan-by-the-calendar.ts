import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What comes by the calendar alone (a side's month, the review of a promise) and what the calendar moves (holidays, rules, channels that
 * rest) is planned by the worker once for each state of them: the row says for which.
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
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.reminder_schedule`);
  }
}
