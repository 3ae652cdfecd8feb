import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People keep the holiday table: a version to edit by, the decision that a temporary day rests on, and each side writes its own days
 * only, in the database too (domain.md 5: temporary days by Cabinet decision only a person can enter).
 */
export class LetSidesKeepTheirHolidays1795000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.holiday
        add column citation jsonb,
        add column version integer not null default 1,
        add constraint ck_holiday_citation check (kind <> 'temporary' or origin = 'rule' or citation is not null)`);
    await runner.query(`select forum.secure_by_side('forum.holiday')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const policies = ['all_read', 'kr_insert', 'kr_update', 'jp_insert', 'jp_update', 'worker_insert', 'worker_update'];
    for (const name of policies) await runner.query(`drop policy holiday_${name} on forum.holiday`);
    await runner.query(`alter table forum.holiday no force row level security, disable row level security`);
    await runner.query(
      `alter table forum.holiday drop constraint ck_holiday_citation, drop column version, drop column citation`,
    );
  }
}
