import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the two secretariats of a channel change of the standard reminders (domain.md 4); a channel without rows keeps the standard. */
export class CreateChannelReminderRule1795000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.channel_reminder_rule (
        id uuid not null,
        channel_id uuid not null,
        code text not null,
        change jsonb not null,
        audience text not null,
        updated_at timestamptz not null default forum.now(),
        constraint pk_channel_reminder_rule primary key (id),
        constraint uq_channel_reminder_rule_channel_id_code unique (channel_id, code),
        constraint fk_channel_reminder_rule_channel_id foreign key (channel_id) references forum.channel (id),
        constraint ck_channel_reminder_rule_audience check (audience = 'joint')
      )`);
    await runner.query(`select forum.secure_by_audience('forum.channel_reminder_rule', '{insert,update}', '{joint}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table forum.channel_reminder_rule');
  }
}
