import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail stays readable in its reader's inbox, and one mail can carry several reminders: it is named by what was carried. */
export class KeepMailsForTheInbox1795000050200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.sent_mail
        add column carried_id uuid,
        add column user_id uuid,
        add column message_id text,
        add column late boolean not null default false,
        add column mailed boolean not null default true,
        alter column reminder_id drop not null,
        add constraint fk_sent_mail_user_id foreign key (user_id) references forum.user_account (id)`);
    await runner.query('update forum.sent_mail set carried_id = reminder_id');
    await runner.query(`
      alter table forum.sent_mail
        alter column carried_id set not null,
        drop constraint uq_sent_mail_reminder_id,
        add constraint uq_sent_mail_carried_id unique (carried_id)`);
    await runner.query('create index ix_sent_mail_user_id on forum.sent_mail (user_id, sent_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from forum.sent_mail where reminder_id is null');
    await runner.query(`
      alter table forum.sent_mail
        drop constraint uq_sent_mail_carried_id,
        add constraint uq_sent_mail_reminder_id unique (reminder_id),
        alter column reminder_id set not null,
        drop column mailed,
        drop column late,
        drop column message_id,
        drop column user_id,
        drop column carried_id`);
  }
}
