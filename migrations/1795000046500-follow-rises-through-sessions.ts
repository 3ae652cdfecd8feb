import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells an item that stood on the agenda before a rise came to it from one made for the rise, and finds what rose to a session by its history. */
export class FollowRisesThroughSessions1795000046500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table forum.escalation add column item_made boolean not null default true`);
    await runner.query(
      `create index ix_escalation_event_session_id on forum.escalation_event (session_id) where session_id is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index forum.ix_escalation_event_session_id`);
    await runner.query(`alter table forum.escalation drop column item_made`);
  }
}
