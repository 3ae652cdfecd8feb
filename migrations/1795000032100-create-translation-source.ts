import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a source said at a revision, so that a translator sees what changed since the revision that was translated (domain.md 3.5).
 * One row for each audience: what a side wrote before it shared the text stays that side's.
 */
export class CreateTranslationSource1795000032100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.translation_source (
        id uuid not null,
        object_id uuid not null,
        field text not null,
        revision integer not null,
        lang text not null,
        text text not null,
        audience text not null,
        created_at timestamptz not null default forum.now(),
        constraint pk_translation_source primary key (id),
        constraint uq_translation_source_revision unique (object_id, field, revision, audience),
        constraint ck_translation_source_revision check (revision > 0),
        constraint ck_translation_source_lang check (lang in ('ko','ja','en')),
        constraint ck_translation_source_audience check (audience in ('kr','jp','joint','business','public'))
      )`);
    await runner.query(`select forum.secure_by_audience('forum.translation_source', sides_may => '{insert}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.translation_source`);
  }
}
