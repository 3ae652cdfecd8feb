import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The follow-up of a session reads the open actions of its channel, earliest due date first (domain.md 3.6). */
export class IndexActionsOfChannel1795000030100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index ix_action_item_open_channel on forum.action_item (channel_id, due, id) where state in ('open','in_progress','blocked','done_claimed')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index forum.ix_action_item_open_channel');
  }
}
