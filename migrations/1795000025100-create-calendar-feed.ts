import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses of feeds: like sign-ins they belong to a user of any side or none, so only the sign-in role reaches them. */
export class CreateCalendarFeed1795000025100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.calendar_feed (
        id uuid not null,
        user_id uuid not null,
        token_hash bytea not null,
        kind text not null,
        channel_id uuid,
        language text not null,
        created_at timestamptz not null default forum.now(),
        last_used_at timestamptz,
        revoked_at timestamptz,
        constraint pk_calendar_feed primary key (id),
        constraint uq_calendar_feed_token_hash unique (token_hash),
        constraint fk_calendar_feed_user_id foreign key (user_id) references forum.user_account (id),
        constraint fk_calendar_feed_channel_id foreign key (channel_id) references forum.channel (id),
        constraint ck_calendar_feed_kind check (kind in ('personal','channel')),
        constraint ck_calendar_feed_channel check ((kind = 'channel') = (channel_id is not null)),
        constraint ck_calendar_feed_language check (language in ('ko','ja','en'))
      )`);
    await runner.query(`create index ix_calendar_feed_user_id on forum.calendar_feed (user_id)`);
    await runner.query(`grant select, insert, update on forum.calendar_feed to forum_auth`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.calendar_feed`);
  }
}
