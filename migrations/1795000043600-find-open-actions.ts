import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is owed or waits for an answer, by post and by side, without looking through what was confirmed long ago. */
export class FindOpenActions1795000043600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index ix_action_item_open_post on forum.action_item (owner_post_id, due, id) where state in ('open','in_progress','blocked','done_claimed')`,
    );
    await runner.query(
      `create index ix_action_item_open_side on forum.action_item (owner_side, due, id) where state in ('open','in_progress','blocked','done_claimed')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index forum.ix_action_item_open_side`);
    await runner.query(`drop index forum.ix_action_item_open_post`);
  }
}
