import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How much is to be told, how long it has waited and what stands still, over both sides together: for who keeps the desk running and
 * may read neither side's rows. Numbers only: the function gives no id, no word and no side.
 */
export class TellTheHealthOfTheQueue1795000054100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index ix_reminder_failed on forum.reminder (recipient_side, due_at, id) where state = 'failed'`,
    );
    await runner.query(`
      create function forum.queue_health() returns table (name text, planned bigint, due bigint, under_way bigint, in_doubt bigint, failed bigint, oldest_due timestamptz)
      language sql stable security definer set search_path = forum, pg_temp as $$
        select 'reminders',
               (select count(*) from forum.reminder where state = 'planned'),
               (select count(*) from forum.reminder where state = 'planned' and due_at <= forum.now()),
               (select count(*) from forum.reminder where state in ('queued','sending')),
               (select count(*) from forum.reminder where state = 'in_doubt'),
               (select count(*) from forum.reminder where state = 'failed'),
               least((select min(due_at) from forum.reminder where state = 'planned' and due_at <= forum.now()),
                     (select min(due_at) from forum.reminder where state in ('queued','sending')))
        union all
        select 'webhooks',
               (select count(*) from forum.webhook_delivery where state = 'planned'),
               (select count(*) from forum.webhook_delivery where state = 'planned' and due_at <= forum.now()),
               (select count(*) from forum.webhook_delivery where state in ('queued','sending')),
               0,
               (select count(*) from forum.webhook_delivery where state = 'failed'),
               least((select min(due_at) from forum.webhook_delivery where state = 'planned' and due_at <= forum.now()),
                     (select min(due_at) from forum.webhook_delivery where state in ('queued','sending')))
        union all
        select 'events', count(*), count(*), 0, 0, 0, min(occurred_at) from forum.outbox_event where relayed_at is null
        union all
        select 'audit', count(*), count(*), 0, 0, 0, min(at) from forum.audit_entry where position is null
      $$`);
    await runner.query(`grant forum_worker to current_user`);
    await runner.query(`grant create on schema forum to forum_worker`);
    await runner.query(`alter function forum.queue_health() owner to forum_worker`);
    await runner.query(`revoke all on function forum.queue_health() from public`);
    await runner.query(`grant execute on function forum.queue_health() to forum_admin`);
    await runner.query(`revoke create on schema forum from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function forum.queue_health()`);
    await runner.query(`drop index forum.ix_reminder_failed`);
  }
}
