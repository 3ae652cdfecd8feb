import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bodies, posts, people, holders over time, users and their sessions (domain.md 2, 3.1; design.md decision 5: posts own, people fill posts). */
export class CreateIdentity1795000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.body (
        id uuid not null,
        code text not null,
        side text,
        country text not null,
        kind text not null,
        parent_id uuid,
        successor_id uuid,
        note text,
        source_codes text[] not null default '{}',
        constraint pk_body primary key (id),
        constraint uq_body_code unique (code),
        constraint fk_body_parent_id foreign key (parent_id) references forum.body (id),
        constraint fk_body_successor_id foreign key (successor_id) references forum.body (id),
        constraint ck_body_side check (side in ('kr','jp')),
        constraint ck_body_kind check (kind in ('ministry','commission','agency','regional_bureau','embassy','council','association','company','secretariat','international_organisation'))
      )`);
    // A renaming adds a row; nothing is renamed in place. Dates may be years or months only.
    await runner.query(`
      create table forum.body_name (
        id uuid not null,
        body_id uuid not null,
        side text,
        name jsonb not null,
        short_name jsonb,
        valid_from text,
        valid_to text,
        constraint pk_body_name primary key (id),
        constraint fk_body_name_body_id foreign key (body_id) references forum.body (id)
      )`);
    await runner.query(`create index ix_body_name_body_id on forum.body_name (body_id)`);
    await runner.query(`
      create table forum.person (
        id uuid not null,
        code text,
        side text,
        note text,
        source_codes text[] not null default '{}',
        constraint pk_person primary key (id),
        constraint uq_person_code unique (code),
        constraint ck_person_side check (side in ('kr','jp'))
      )`);
    // domain.md 6: one row per script; family and given name only where somebody gave them apart, never split or guessed.
    await runner.query(`
      create table forum.person_name (
        id uuid not null,
        person_id uuid not null,
        side text,
        script text not null,
        whole text not null,
        family text,
        given text,
        reading text,
        constraint pk_person_name primary key (id),
        constraint uq_person_name_person_id_script unique (person_id, script),
        constraint fk_person_name_person_id foreign key (person_id) references forum.person (id),
        constraint ck_person_name_script check (script in ('hangul','hanja','kanji','kana','latin'))
      )`);
    await runner.query(`
      create table forum.post (
        id uuid not null,
        code text,
        body_id uuid not null,
        side text,
        title jsonb not null,
        rank integer not null,
        superior_id uuid,
        demo boolean not null default false,
        constraint pk_post primary key (id),
        constraint uq_post_code unique (code),
        constraint fk_post_body_id foreign key (body_id) references forum.body (id),
        constraint fk_post_superior_id foreign key (superior_id) references forum.post (id),
        constraint ck_post_rank check (rank between 10 and 90),
        constraint ck_post_side check (side in ('kr','jp'))
      )`);
    await runner.query(`create index ix_post_body_id on forum.post (body_id)`);
    await runner.query(`
      create table forum.user_account (
        id uuid not null,
        email text not null,
        side text,
        roles text[] not null,
        language text not null,
        person_id uuid,
        password_hash text,
        disabled_at timestamptz,
        demo boolean not null default false,
        created_at timestamptz not null default forum.now(),
        constraint pk_user_account primary key (id),
        constraint uq_user_account_email unique (email),
        constraint fk_user_account_person_id foreign key (person_id) references forum.person (id),
        constraint ck_user_account_email check (email = lower(email) and email like '%_@_%'),
        constraint ck_user_account_side check (side in ('kr','jp')),
        constraint ck_user_account_language check (language in ('ko','ja','en')),
        constraint ck_user_account_roles check (cardinality(roles) > 0)
      )`);
    await runner.query(`
      create table forum.post_holder (
        id uuid not null,
        post_id uuid not null,
        side text,
        person_id uuid,
        user_id uuid,
        held_from date,
        held_to date,
        constraint pk_post_holder primary key (id),
        constraint fk_post_holder_post_id foreign key (post_id) references forum.post (id),
        constraint fk_post_holder_person_id foreign key (person_id) references forum.person (id),
        constraint fk_post_holder_user_id foreign key (user_id) references forum.user_account (id),
        constraint ck_post_holder_someone check (person_id is not null or user_id is not null),
        constraint ck_post_holder_period check (held_to is null or held_from is null or held_from <= held_to)
      )`);
    await runner.query(`create index ix_post_holder_post_id on forum.post_holder (post_id)`);
    await runner.query(`create index ix_post_holder_user_id on forum.post_holder (user_id)`);
    for (const table of ['body', 'body_name', 'person', 'person_name', 'post', 'post_holder']) {
      await runner.query(`select forum.secure_by_side('forum.${table}')`);
    }

    await runner.query(`
      create table forum.auth_session (
        id uuid not null,
        token_hash bytea not null,
        user_id uuid not null,
        created_at timestamptz not null default forum.now(),
        last_seen_at timestamptz not null default forum.now(),
        expires_at timestamptz not null,
        ended_at timestamptz,
        constraint pk_auth_session primary key (id),
        constraint uq_auth_session_token_hash unique (token_hash),
        constraint fk_auth_session_user_id foreign key (user_id) references forum.user_account (id)
      )`);
    await runner.query(`create index ix_auth_session_user_id on forum.auth_session (user_id)`);
    await runner.query(`
      create table forum.sign_in_attempt (
        id uuid not null,
        account text not null,
        address text not null,
        succeeded boolean not null,
        at timestamptz not null default forum.now(),
        constraint pk_sign_in_attempt primary key (id)
      )`);
    await runner.query(`create index ix_sign_in_attempt_account_at on forum.sign_in_attempt (account, at)`);
    await runner.query(`create index ix_sign_in_attempt_address_at on forum.sign_in_attempt (address, at)`);

    // Accounts: only the sign-in role sees password hashes; a side sees its own users, the administrator all, nobody the other side's.
    await runner.query(`alter table forum.user_account enable row level security`);
    await runner.query(`alter table forum.user_account force row level security`);
    const plainColumns = 'id, email, side, roles, language, person_id, disabled_at, demo, created_at';
    await runner.query(
      `grant select (${plainColumns}) on forum.user_account to forum_kr, forum_jp, forum_admin, forum_worker`,
    );
    await runner.query(`grant select on forum.user_account to forum_auth`);
    await runner.query(`grant insert on forum.user_account to forum_worker, forum_admin`);
    await runner.query(`grant update (language, password_hash) on forum.user_account to forum_auth`);
    await runner.query(`grant update (language, roles, disabled_at) on forum.user_account to forum_admin`);
    for (const side of ['kr', 'jp']) {
      await runner.query(
        `create policy user_account_${side}_read on forum.user_account for select to forum_${side} using (side = '${side}')`,
      );
    }
    for (const role of ['auth', 'admin', 'worker']) {
      await runner.query(
        `create policy user_account_${role}_all on forum.user_account for all to forum_${role} using (true) with check (true)`,
      );
    }
    await runner.query(`grant select, insert, update on forum.auth_session to forum_auth`);
    await runner.query(`grant select, insert on forum.sign_in_attempt to forum_auth`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table forum.sign_in_attempt, forum.auth_session, forum.post_holder, forum.user_account, forum.post, forum.person_name, forum.person, forum.body_name, forum.body`,
    );
  }
}
