import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where facts come from (domain.md 7), where sources contradict each other (domain.md 1.12), and what the import has taken over, so that a
 * later import never overwrites what people changed since.
 */
export class CreateProvenance1795000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.source (
        id uuid not null,
        code text not null,
        kind text not null,
        address text,
        title text not null,
        published text,
        language text not null,
        reliability text not null,
        note text,
        constraint pk_source primary key (id),
        constraint uq_source_code unique (code),
        constraint ck_source_kind check (kind in ('seed','page','package')),
        constraint ck_source_reliability check (reliability in ('primary','good','weak'))
      )`);
    await runner.query(`select forum.secure_shared('forum.source')`);

    // The claims stay side by side; subject_codes name the pages that show them.
    await runner.query(`
      create table forum.conflict (
        id uuid not null,
        code text not null,
        position integer not null,
        topic text not null,
        text text not null,
        handling text not null,
        source_codes text[] not null,
        subject_codes text[] not null default '{}',
        audience text not null,
        constraint pk_conflict primary key (id),
        constraint uq_conflict_code unique (code),
        constraint ck_conflict_audience check (audience in ('kr','jp','joint','business','public'))
      )`);
    await runner.query(`select forum.secure_by_audience('forum.conflict')`);

    // content_hash: of the row as the file had it; snapshot: the row as the import left it, to see what people changed since.
    await runner.query(`
      create table forum.record_import (
        target text not null,
        code text not null,
        content_hash text not null,
        snapshot jsonb not null,
        imported_at timestamptz not null default forum.now(),
        constraint pk_record_import primary key (target, code)
      )`);
    await runner.query(`grant select, insert, update on forum.record_import to forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.record_import, forum.conflict, forum.source`);
  }
}
