import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions of a channel and the delegations that come to them (domain.md 3.3, 3.4). */
export class CreateSession1795000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.session (
        id uuid not null,
        code text,
        channel_id uuid not null,
        ordinal_kr integer,
        ordinal_jp integer,
        date_value text not null,
        date_precision text not null default 'day',
        start_date date not null,
        end_date date,
        starts_at timestamptz,
        ends_at timestamptz,
        zone text not null,
        place jsonb,
        country text,
        host_side text,
        level text not null,
        format text not null default 'in_person',
        state text not null,
        outcome jsonb,
        topic_codes text[] not null default '{}',
        document_codes text[] not null default '{}',
        source_codes text[] not null default '{}',
        evidence text,
        note text,
        interpretation_confirmed_at timestamptz,
        opened_at timestamptz,
        held_at timestamptz,
        illustrative boolean not null default false,
        audience text not null,
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        constraint pk_session primary key (id),
        constraint uq_session_code unique (code),
        constraint fk_session_channel_id foreign key (channel_id) references forum.channel (id),
        constraint ck_session_date_precision check (date_precision in ('year','month','day')),
        constraint ck_session_period check (end_date is null or start_date <= end_date),
        constraint ck_session_host_side check (host_side in ('kr','jp')),
        constraint ck_session_level check (level in ('expert','division','dg','vice_minister','minister','summit','local','private')),
        constraint ck_session_format check (format in ('in_person','online','hybrid')),
        constraint ck_session_state check (state in ('proposed','date_agreed','preparing','ready','in_session','held','closed','postponed','cancelled')),
        constraint ck_session_audience check (audience in ('kr','jp','joint','business','public'))
      )`);
    await runner.query(`create index ix_session_channel_id_start_date on forum.session (channel_id, start_date)`);
    await runner.query(`create index ix_session_start_date on forum.session (start_date, id)`);
    await runner.query(`select forum.secure_by_audience('forum.session')`);

    // A list is its side's own until it is submitted; then both see it.
    await runner.query(`
      create table forum.delegation (
        id uuid not null,
        session_id uuid not null,
        side text not null,
        state text not null,
        submitted_at timestamptz,
        audience text not null,
        constraint pk_delegation primary key (id),
        constraint uq_delegation_session_id_side unique (session_id, side),
        constraint fk_delegation_session_id foreign key (session_id) references forum.session (id),
        constraint ck_delegation_side check (side in ('kr','jp')),
        constraint ck_delegation_state check (state in ('draft','submitted','accepted','changed_after_submission')),
        constraint ck_delegation_audience check (audience in ('kr','jp','joint','business','public'))
      )`);
    await runner.query(`select forum.secure_by_audience('forum.delegation')`);
    await runner.query(`
      create table forum.delegation_member (
        id uuid not null,
        delegation_id uuid not null,
        post_id uuid not null,
        role text not null,
        position integer not null,
        audience text not null,
        constraint pk_delegation_member primary key (id),
        constraint uq_delegation_member_delegation_id_post_id unique (delegation_id, post_id),
        constraint fk_delegation_member_delegation_id foreign key (delegation_id) references forum.delegation (id),
        constraint fk_delegation_member_post_id foreign key (post_id) references forum.post (id),
        constraint ck_delegation_member_role check (role in ('head','alternate','member','sitting_in','interpreter','press','observer')),
        constraint ck_delegation_member_audience check (audience in ('kr','jp','joint','business','public'))
      )`);
    await runner.query(`select forum.secure_by_audience('forum.delegation_member')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.delegation_member, forum.delegation, forum.session`);
  }
}
