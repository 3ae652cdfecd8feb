import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers to invitations: of one side alone, append-only (the latest DTSTAMP counts). */
export class CreateCalendarReply1795000025200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.calendar_reply (
        id uuid not null,
        session_id uuid not null,
        user_id uuid not null,
        post_id uuid,
        kind text not null,
        partstat text not null,
        sequence integer not null,
        stamped_at timestamptz not null,
        comment text,
        proposed_starts_at timestamptz,
        proposed_ends_at timestamptz,
        proposed_from date,
        proposed_to date,
        proposed_zone text,
        received_by_user_id uuid not null,
        received_at timestamptz not null default forum.now(),
        audience text not null,
        constraint pk_calendar_reply primary key (id),
        constraint uq_calendar_reply_message unique (session_id, user_id, kind, sequence, stamped_at),
        constraint fk_calendar_reply_session_id foreign key (session_id) references forum.session (id),
        constraint fk_calendar_reply_user_id foreign key (user_id) references forum.user_account (id),
        constraint fk_calendar_reply_post_id foreign key (post_id) references forum.post (id),
        constraint fk_calendar_reply_received_by_user_id foreign key (received_by_user_id) references forum.user_account (id),
        constraint ck_calendar_reply_kind check (kind in ('reply','counter')),
        constraint ck_calendar_reply_partstat check (partstat in ('NEEDS-ACTION','ACCEPTED','DECLINED','TENTATIVE','DELEGATED')),
        constraint ck_calendar_reply_audience check (audience in ('kr','jp'))
      )`);
    await runner.query(`select forum.secure_by_audience('forum.calendar_reply', '{insert}', '{kr,jp}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.calendar_reply`);
  }
}
