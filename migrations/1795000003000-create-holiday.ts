import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Free days of both countries: rows from the rules and rows entered by people (domain.md 5). Withdrawn rows stay, so no rule brings them back. */
export class CreateHoliday1795000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.holiday (
        id uuid not null,
        side text not null,
        date date not null,
        rule text not null,
        kind text not null,
        status text not null,
        name jsonb not null,
        origin text not null default 'rule',
        withdrawn boolean not null default false,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        constraint pk_holiday primary key (id),
        constraint uq_holiday_side_date_rule unique (side, date, rule),
        constraint ck_holiday_side check (side in ('kr', 'jp')),
        constraint ck_holiday_kind check (kind in ('public', 'substitute', 'sandwiched', 'election', 'temporary', 'closure')),
        constraint ck_holiday_status check (status in ('gazetted', 'computed', 'predicted')),
        constraint ck_holiday_origin check (origin in ('rule', 'person'))
      )`);
    await runner.query(`select forum.secure_shared('forum.holiday')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table forum.holiday');
  }
}
