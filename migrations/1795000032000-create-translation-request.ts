import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests of the translation desk, the texts they are for and what happened to them (domain.md 3.5). */
export class CreateTranslationRequest1795000032000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.translation_request (
        id uuid not null,
        container_type text not null,
        container_id uuid not null,
        session_id uuid,
        whole boolean not null,
        from_lang text not null,
        to_lang text not null,
        due_on date not null,
        requested_side text not null,
        requested_post_id uuid,
        translator_post_id uuid,
        translator_user_id uuid,
        checker_post_id uuid,
        delivered_at timestamptz,
        delivered_user_id uuid,
        checked_at timestamptz,
        checked_user_id uuid,
        outdated_at timestamptz,
        state text not null default 'requested',
        note jsonb,
        amount integer not null,
        audience text not null,
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        constraint pk_translation_request primary key (id),
        constraint fk_translation_request_session_id foreign key (session_id) references forum.session (id),
        constraint fk_translation_request_requested_post_id foreign key (requested_post_id) references forum.post (id),
        constraint fk_translation_request_translator_post_id foreign key (translator_post_id) references forum.post (id),
        constraint fk_translation_request_checker_post_id foreign key (checker_post_id) references forum.post (id),
        constraint ck_translation_request_pair check (from_lang in ('ko','ja','en') and to_lang in ('ko','ja','en') and from_lang <> to_lang),
        constraint ck_translation_request_requested_side check (requested_side in ('kr','jp')),
        constraint ck_translation_request_state check (state in ('requested','in_work','delivered','checked','locked','cancelled')),
        constraint ck_translation_request_amount check (amount >= 0),
        constraint ck_translation_request_audience check (audience in ('kr','jp','joint'))
      )`);
    await runner.query(`create index ix_translation_request_due on forum.translation_request (due_on, id)`);
    await runner.query(`create index ix_translation_request_session_id on forum.translation_request (session_id)`);
    await runner.query(
      `create index ix_translation_request_container_id on forum.translation_request (container_id, to_lang)`,
    );
    await runner.query(`
      create table forum.translation_unit (
        id uuid not null,
        request_id uuid not null,
        object_id uuid not null,
        field text not null,
        position integer not null,
        translated_user_id uuid,
        translated_post_id uuid,
        translated_at timestamptz,
        translated_revision integer,
        no_change boolean not null default false,
        audience text not null,
        constraint pk_translation_unit primary key (id),
        constraint uq_translation_unit_request_id_object_id_field unique (request_id, object_id, field),
        constraint fk_translation_unit_request_id foreign key (request_id) references forum.translation_request (id),
        constraint fk_translation_unit_translated_post_id foreign key (translated_post_id) references forum.post (id),
        constraint ck_translation_unit_audience check (audience in ('kr','jp','joint'))
      )`);
    await runner.query(`create index ix_translation_unit_object_id on forum.translation_unit (object_id, field)`);
    await runner.query(`
      create table forum.translation_event (
        id uuid not null,
        request_id uuid not null,
        event text not null,
        side text,
        post_id uuid,
        params jsonb not null default '{}',
        audience text not null,
        at timestamptz not null default forum.now(),
        constraint pk_translation_event primary key (id),
        constraint fk_translation_event_request_id foreign key (request_id) references forum.translation_request (id),
        constraint fk_translation_event_post_id foreign key (post_id) references forum.post (id),
        constraint ck_translation_event_event check (event in
          ('requested','assigned','started','noChange','delivered','returned','checked','locked','reopened','cancelled')),
        constraint ck_translation_event_side check (side in ('kr','jp')),
        constraint ck_translation_event_audience check (audience in ('kr','jp','joint'))
      )`);
    await runner.query(`create index ix_translation_event_request_id on forum.translation_event (request_id, at, id)`);
    await runner.query(`select forum.secure_by_audience('forum.translation_request', held => '{kr,jp,joint}')`);
    await runner.query(`select forum.secure_by_audience('forum.translation_unit', held => '{kr,jp,joint}')`);
    await runner.query(
      `select forum.secure_by_audience('forum.translation_event', sides_may => '{insert}', held => '{kr,jp,joint}')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.translation_event, forum.translation_unit, forum.translation_request`);
  }
}
