import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Papers of a session (domain.md 3.6, 3.15): their language versions as files, the items they belong to, the moments at which they are
 * to be released, and the hours in which files without a row were swept away. The bytes lie in the file storage; a row points to them.
 */
export class CreatePaper1795000034000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const audiences = `audience in ('kr','jp','joint','business','public')`;
    // A number is given when a paper is shared, so the numbers that stand tell nothing of a draft.
    await runner.query(`
      create table forum.paper (
        id uuid not null,
        session_id uuid not null,
        origin_side text not null,
        title jsonb not null,
        original_lang text not null,
        grade text not null default 'restricted',
        state text not null default 'awaited',
        symbol_stem text,
        symbol_number integer,
        supersedes_id uuid,
        supersedes_kind text,
        shared_at timestamptz,
        withdrawn_at timestamptz,
        audience text not null,
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        constraint pk_paper primary key (id),
        constraint uq_paper_symbol_stem_symbol_number unique (symbol_stem, symbol_number),
        constraint fk_paper_session_id foreign key (session_id) references forum.session (id),
        constraint fk_paper_supersedes_id foreign key (supersedes_id) references forum.paper (id),
        constraint ck_paper_origin_side check (origin_side in ('kr','jp')),
        constraint ck_paper_original_lang check (original_lang in ('ko','ja','en')),
        constraint ck_paper_grade check (grade in ('public','restricted')),
        constraint ck_paper_state check (state in ('awaited','received','reviewed','released','withdrawn')),
        constraint ck_paper_symbol_number check (symbol_number >= 1),
        constraint ck_paper_supersedes_kind check (supersedes_kind in ('rev','corr','add')),
        constraint ck_paper_supersedes_id check (supersedes_id <> id),
        constraint ck_paper_audience check (${audiences})
      )`);
    await runner.query(`create index ix_paper_session_id on forum.paper (session_id, id)`);
    await runner.query(`create index ix_paper_supersedes_id on forum.paper (supersedes_id)`);
    await runner.query(`select forum.secure_by_audience('forum.paper')`);

    // One row per upload; what a newer upload of the language replaced is kept. A revision is counted from the sharing on.
    await runner.query(`
      create table forum.paper_file (
        id uuid not null,
        paper_id uuid not null,
        lang text not null,
        revision integer,
        of_file_id uuid,
        name text not null,
        media_type text not null,
        size bigint not null,
        content_hash text not null,
        storage_key text not null,
        uploaded_by_post_id uuid,
        shared_at timestamptz,
        replaced_at timestamptz,
        audience text not null,
        created_at timestamptz not null default forum.now(),
        constraint pk_paper_file primary key (id),
        constraint uq_paper_file_paper_id_lang_revision unique (paper_id, lang, revision),
        constraint fk_paper_file_paper_id foreign key (paper_id) references forum.paper (id),
        constraint fk_paper_file_of_file_id foreign key (of_file_id) references forum.paper_file (id),
        constraint fk_paper_file_uploaded_by_post_id foreign key (uploaded_by_post_id) references forum.post (id),
        constraint ck_paper_file_lang check (lang in ('ko','ja','en')),
        constraint ck_paper_file_revision check (revision >= 1),
        constraint ck_paper_file_size check (size > 0),
        constraint ck_paper_file_content_hash check (content_hash ~ '^[0-9a-f]{64}$'),
        constraint ck_paper_file_audience check (${audiences})
      )`);
    await runner.query(
      `create unique index uq_paper_file_current on forum.paper_file (paper_id, lang) where replaced_at is null`,
    );
    await runner.query(`create index ix_paper_file_storage_key on forum.paper_file (storage_key)`);
    await runner.query(`select forum.secure_by_audience('forum.paper_file')`);

    // As private as the more private of the two: a shared paper may belong to an item that is still a draft.
    await runner.query(`
      create table forum.paper_agenda_item (
        id uuid not null,
        paper_id uuid not null,
        item_id uuid not null,
        removed_at timestamptz,
        audience text not null,
        constraint pk_paper_agenda_item primary key (id),
        constraint uq_paper_agenda_item_paper_id_item_id unique (paper_id, item_id),
        constraint fk_paper_agenda_item_paper_id foreign key (paper_id) references forum.paper (id),
        constraint fk_paper_agenda_item_item_id foreign key (item_id) references forum.agenda_item (id),
        constraint ck_paper_agenda_item_audience check (${audiences})
      )`);
    await runner.query(`create index ix_paper_agenda_item_item_id on forum.paper_agenda_item (item_id)`);
    await runner.query(`select forum.secure_by_audience('forum.paper_agenda_item')`);

    // An embargo is an instant before which nothing is readable: the audience changes in the transaction that carries the release.
    await runner.query(`
      create table forum.paper_release (
        id uuid not null,
        paper_id uuid not null,
        to_audience text not null,
        planned_at timestamptz not null,
        done_at timestamptz,
        cancelled_at timestamptz,
        cancelled_reason text,
        audience text not null,
        created_at timestamptz not null default forum.now(),
        constraint pk_paper_release primary key (id),
        constraint fk_paper_release_paper_id foreign key (paper_id) references forum.paper (id),
        constraint ck_paper_release_to_audience check (to_audience in ('joint','business','public')),
        constraint ck_paper_release_audience check (audience in ('kr','jp','joint'))
      )`);
    await runner.query(
      `create unique index uq_paper_release_open on forum.paper_release (paper_id, to_audience) where done_at is null and cancelled_at is null`,
    );
    await runner.query(
      `create index ix_paper_release_due on forum.paper_release (planned_at) where done_at is null and cancelled_at is null`,
    );
    await runner.query(`select forum.secure_by_audience('forum.paper_release', held => '{kr,jp,joint}')`);

    await runner.query(`
      create table forum.paper_sweep (
        hour text not null,
        removed integer not null,
        swept_at timestamptz not null default forum.now(),
        constraint pk_paper_sweep primary key (hour)
      )`);
    await runner.query(`grant select, insert, update on forum.paper_sweep to forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table forum.paper_sweep, forum.paper_release, forum.paper_agenda_item, forum.paper_file, forum.paper`,
    );
  }
}
