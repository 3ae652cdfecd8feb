import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a session is interpreted, apart from the session itself (domain.md 3.5). What was confirmed stays confirmed. */
export class CreateInterpretation1795000023000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.interpretation (
        id uuid not null,
        session_id uuid not null,
        direction text,
        mode text,
        provider text,
        equipment text[] not null default '{}',
        glossary_version text,
        factor_percent integer,
        confirmed_at timestamptz,
        audience text not null default 'joint',
        version integer not null default 1,
        updated_at timestamptz not null default forum.now(),
        constraint pk_interpretation primary key (id),
        constraint uq_interpretation_session_id unique (session_id),
        constraint fk_interpretation_session_id foreign key (session_id) references forum.session (id),
        constraint ck_interpretation_direction check (direction in ('ko-ja','ko-en','ja-en')),
        constraint ck_interpretation_mode check (mode in ('consecutive','simultaneous','whispered','relay')),
        constraint ck_interpretation_provider check (provider in ('each_side','host','joint')),
        constraint ck_interpretation_factor_percent check (factor_percent between 100 and 500),
        constraint ck_interpretation_audience check (audience in ('joint','business','public'))
      )`);
    await runner.query(`select forum.secure_by_audience('forum.interpretation', held => '{joint,business,public}')`);
    await runner.query(`
      insert into forum.interpretation (id, session_id, confirmed_at)
      select gen_random_uuid(), id, interpretation_confirmed_at from forum.session where interpretation_confirmed_at is not null`);
    await runner.query(`alter table forum.session drop column interpretation_confirmed_at`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table forum.session add column interpretation_confirmed_at timestamptz`);
    await runner.query(`
      update forum.session s set interpretation_confirmed_at = i.confirmed_at from forum.interpretation i where i.session_id = s.id`);
    await runner.query(`drop table forum.interpretation`);
  }
}
