import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names, badges, arrival and rank of delegates; what is a side's own; attendance; companies; who interprets what (domain.md 3.4, 3.5). */
export class ExtendDelegation1795000023100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const audiences = `audience in ('kr','jp','joint','business','public')`;
    await runner.query(`
      alter table forum.delegation
        add column approved_at timestamptz,
        add column accepted_at timestamptz,
        add column version integer not null default 1`);
    await runner.query(`
      alter table forum.delegation_member
        add column names jsonb not null default '{}',
        add column badge jsonb not null default '{}',
        add column arrival timestamptz,
        add column rank integer,
        add column removed_at timestamptz,
        add column version integer not null default 1,
        add constraint ck_delegation_member_rank check (rank between 10 and 90)`);
    await runner.query(`
      create unique index uq_delegation_member_head on forum.delegation_member (delegation_id)
        where role = 'head' and removed_at is null`);
    // domain.md 3.4: diet and access never leave the side, so there is no audience but the two.
    await runner.query(`
      create table forum.delegation_need (
        id uuid not null,
        member_id uuid not null,
        diet text not null default '',
        access text not null default '',
        audience text not null,
        version integer not null default 1,
        updated_at timestamptz not null default forum.now(),
        constraint pk_delegation_need primary key (id),
        constraint uq_delegation_need_member_id unique (member_id),
        constraint fk_delegation_need_member_id foreign key (member_id) references forum.delegation_member (id),
        constraint ck_delegation_need_audience check (audience in ('kr','jp'))
      )`);
    await runner.query(`select forum.secure_by_audience('forum.delegation_need', held => '{kr,jp}')`);
    await runner.query(`
      create table forum.rank_request (
        id uuid not null,
        member_id uuid not null,
        asked_by_side text not null,
        rank integer not null,
        note text not null default '',
        state text not null default 'open',
        asked_at timestamptz not null default forum.now(),
        answered_at timestamptz,
        audience text not null default 'joint',
        constraint pk_rank_request primary key (id),
        constraint fk_rank_request_member_id foreign key (member_id) references forum.delegation_member (id),
        constraint ck_rank_request_asked_by_side check (asked_by_side in ('kr','jp')),
        constraint ck_rank_request_rank check (rank between 10 and 90),
        constraint ck_rank_request_state check (state in ('open','taken','kept')),
        constraint ck_rank_request_audience check (audience in ('joint','business','public'))
      )`);
    await runner.query(`create index ix_rank_request_member_id on forum.rank_request (member_id)`);
    await runner.query(`select forum.secure_by_audience('forum.rank_request', held => '{joint,business,public}')`);
    // about_id is the session itself or one item of its agenda, which stands above and cannot be referred to.
    await runner.query(`
      create table forum.attendance (
        id uuid not null,
        session_id uuid not null,
        member_id uuid not null,
        about_id uuid not null,
        present boolean not null,
        marked_at timestamptz not null default forum.now(),
        audience text not null default 'joint',
        constraint pk_attendance primary key (id),
        constraint uq_attendance_member_id_about_id unique (member_id, about_id),
        constraint fk_attendance_session_id foreign key (session_id) references forum.session (id),
        constraint fk_attendance_member_id foreign key (member_id) references forum.delegation_member (id),
        constraint ck_attendance_audience check (audience in ('joint','business','public'))
      )`);
    await runner.query(`create index ix_attendance_session_id on forum.attendance (session_id)`);
    await runner.query(`select forum.secure_by_audience('forum.attendance', held => '{joint,business,public}')`);
    await runner.query(`
      create table forum.company_person (
        id uuid not null,
        session_id uuid not null,
        side text not null,
        company text not null,
        title text not null default '',
        names jsonb not null default '{}',
        position integer not null,
        removed_at timestamptz,
        audience text not null,
        version integer not null default 1,
        constraint pk_company_person primary key (id),
        constraint fk_company_person_session_id foreign key (session_id) references forum.session (id),
        constraint ck_company_person_side check (side in ('kr','jp')),
        constraint ck_company_person_audience check (${audiences})
      )`);
    await runner.query(`create index ix_company_person_session_id on forum.company_person (session_id)`);
    await runner.query(`select forum.secure_by_audience('forum.company_person')`);
    await runner.query(`
      create table forum.interpreter (
        id uuid not null,
        session_id uuid not null,
        side text not null,
        names jsonb not null default '{}',
        agency text not null default '',
        removed_at timestamptz,
        audience text not null default 'joint',
        constraint pk_interpreter primary key (id),
        constraint fk_interpreter_session_id foreign key (session_id) references forum.session (id),
        constraint ck_interpreter_side check (side in ('kr','jp')),
        constraint ck_interpreter_audience check (audience in ('joint','business','public'))
      )`);
    await runner.query(`create index ix_interpreter_session_id on forum.interpreter (session_id)`);
    await runner.query(`select forum.secure_by_audience('forum.interpreter', held => '{joint,business,public}')`);
    await runner.query(`
      create table forum.translation_paper (
        id uuid not null,
        session_id uuid not null,
        side text not null,
        title jsonb not null,
        source_lang text not null,
        target_lang text not null,
        amount integer not null,
        delivered_at timestamptz,
        audience text not null,
        version integer not null default 1,
        constraint pk_translation_paper primary key (id),
        constraint fk_translation_paper_session_id foreign key (session_id) references forum.session (id),
        constraint ck_translation_paper_side check (side in ('kr','jp')),
        constraint ck_translation_paper_source_lang check (source_lang in ('ko','ja','en')),
        constraint ck_translation_paper_target_lang check (target_lang in ('ko','ja','en')),
        constraint ck_translation_paper_pair check (source_lang <> target_lang),
        constraint ck_translation_paper_amount check (amount between 1 and 1000000),
        constraint ck_translation_paper_audience check (${audiences})
      )`);
    await runner.query(`create index ix_translation_paper_session_id on forum.translation_paper (session_id)`);
    await runner.query(`select forum.secure_by_audience('forum.translation_paper')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table forum.translation_paper, forum.interpreter, forum.company_person, forum.attendance, forum.rank_request, forum.delegation_need`);
    await runner.query(`drop index forum.uq_delegation_member_head`);
    await runner.query(`
      alter table forum.delegation_member drop constraint ck_delegation_member_rank,
        drop column names, drop column badge, drop column arrival, drop column rank, drop column removed_at, drop column version`);
    await runner.query(`
      alter table forum.delegation drop column approved_at, drop column accepted_at, drop column version`);
  }
}
