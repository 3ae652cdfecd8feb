import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From when silence is counted where that is later than the report: the day a rule was agreed, or a suspended channel resumed. */
export class CountSilenceAnew1795000043500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.action_item
        add column silence_from date,
        add constraint ck_action_item_silence_from check (silence_from is null or state = 'done_claimed')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table forum.action_item drop column silence_from`);
  }
}
