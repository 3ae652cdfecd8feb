import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days on which a side can meet but would rather not: Golden Week, Obon, around Seollal and Chuseok, the turn of the year (domain.md 5). */
export class CreateAvoidPeriod1795000021100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.avoid_period (
        id uuid not null,
        side text not null,
        starts_on date not null,
        ends_on date not null,
        rule text,
        name jsonb not null,
        origin text not null default 'rule',
        withdrawn boolean not null default false,
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        constraint pk_avoid_period primary key (id),
        constraint uq_avoid_period_side_rule_starts_on unique (side, rule, starts_on),
        constraint ck_avoid_period_side check (side in ('kr', 'jp')),
        constraint ck_avoid_period_days check (ends_on >= starts_on),
        constraint ck_avoid_period_origin check (origin in ('rule', 'person'))
      )`);
    await runner.query(`create index ix_avoid_period_ends_on on forum.avoid_period (ends_on)`);
    await runner.query(`select forum.secure_by_side('forum.avoid_period')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table forum.avoid_period');
  }
}
