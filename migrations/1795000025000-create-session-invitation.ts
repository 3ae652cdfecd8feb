import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The number of each session's invitation, raised in the transaction that moves the session (pitfalls.md 14). */
export class CreateSessionInvitation1795000025000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.session_invitation (
        id uuid not null,
        session_id uuid not null,
        sequence integer not null default 0,
        method text not null,
        material_hash text not null,
        changed_at timestamptz not null default forum.now(),
        audience text not null,
        constraint pk_session_invitation primary key (id),
        constraint uq_session_invitation_session_id unique (session_id),
        constraint fk_session_invitation_session_id foreign key (session_id) references forum.session (id),
        constraint ck_session_invitation_sequence check (sequence >= 0),
        constraint ck_session_invitation_method check (method in ('REQUEST','CANCEL')),
        constraint ck_session_invitation_audience check (audience in ('kr','jp','joint','business','public'))
      )`);
    await runner.query(`select forum.secure_by_audience('forum.session_invitation')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.session_invitation`);
  }
}
