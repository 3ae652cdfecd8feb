import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for somebody is found by its state, however long the register is. */
export class FindLivingRadioIssues1795000042200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index ix_radio_issue_status on forum.radio_issue (status, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index forum.ix_radio_issue_status`);
  }
}
