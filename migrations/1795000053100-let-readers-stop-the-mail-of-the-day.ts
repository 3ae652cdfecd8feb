import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A reader may stop the mail of the day and find it in the inbox alone. The token stands in each such mail, so that one click is enough
 * (RFC 8058): it can do nothing but that. Like sign-ins it belongs to a user: only the sign-in role and the worker reach it.
 */
export class LetReadersStopTheMailOfTheDay1795000053100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.mail_preference (
        user_id uuid not null,
        digest boolean not null default true,
        token text not null,
        updated_at timestamptz not null default forum.now(),
        constraint pk_mail_preference primary key (user_id),
        constraint uq_mail_preference_token unique (token),
        constraint fk_mail_preference_user_id foreign key (user_id) references forum.user_account (id)
      )`);
    await runner.query(`grant select, insert, update on forum.mail_preference to forum_auth`);
    await runner.query(`grant select, insert on forum.mail_preference to forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.mail_preference`);
  }
}
