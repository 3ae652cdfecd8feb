import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The agreed terms in three languages (domain.md 6 and the list of terms). What is proposed is known to both sides, what is agreed to
 * everybody; every agreed wording stays as a version.
 */
export class CreateGlossary1795000033000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.glossary_term (
        id uuid not null,
        code text not null,
        state text not null default 'proposed',
        words jsonb not null,
        forms jsonb not null,
        note jsonb,
        binding boolean not null default false,
        folded text not null,
        origin text not null default 'people',
        audience text not null default 'joint',
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        constraint pk_glossary_term primary key (id),
        constraint ck_glossary_term_state check (state in ('proposed','agreed','retired','dropped')),
        constraint ck_glossary_term_origin check (origin in ('file','people')),
        constraint ck_glossary_term_audience check (audience in ('joint','public'))
      )`);
    // A code is free again when the term it was proposed for was refused or taken back.
    await runner.query(
      `create unique index uq_glossary_term_code on forum.glossary_term (code) where state <> 'dropped'`,
    );
    await runner.query(`create index ix_glossary_term_updated_at on forum.glossary_term (updated_at)`);
    await runner.query(`select forum.secure_by_audience('forum.glossary_term', held => '{joint,public}')`);
    await runner.query(`
      create table forum.glossary_version (
        id uuid not null,
        term_id uuid not null,
        number integer not null,
        change text not null,
        content jsonb not null,
        content_hash text not null,
        proposal_id uuid,
        audience text not null default 'public',
        created_at timestamptz not null default forum.now(),
        constraint pk_glossary_version primary key (id),
        constraint uq_glossary_version_term_id_number unique (term_id, number),
        constraint fk_glossary_version_term_id foreign key (term_id) references forum.glossary_term (id),
        constraint fk_glossary_version_proposal_id foreign key (proposal_id) references forum.proposal (id),
        constraint ck_glossary_version_change check (change in ('file','new','change','retirement','restoration')),
        constraint ck_glossary_version_content_hash check (content_hash ~ '^[0-9a-f]{64}$'),
        constraint ck_glossary_version_audience check (audience in ('public'))
      )`);
    // A version never changes (design.md decision 6).
    await runner.query(`select forum.secure_by_audience('forum.glossary_version', '{insert}', '{public}')`);
    await runner.query(`revoke update on forum.glossary_version from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.glossary_version, forum.glossary_term`);
    await runner.query(`delete from forum.key_turn k using forum.proposal p
      where k.subject_type = 'proposal' and k.subject_id = p.id and p.subject_type = 'glossary_term'`);
    await runner.query(`delete from forum.proposal where subject_type = 'glossary_term'`);
  }
}
