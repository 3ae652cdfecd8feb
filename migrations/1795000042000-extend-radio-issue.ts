import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The radio register is kept by both sides: a draft is its side's own and has no code until it is reported; then follow its steps, its level and its dates (domain.md 3.10). Rows of the record stay as they are.
 */
export class ExtendRadioIssue1795000042000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.radio_issue
        alter column code drop not null,
        drop constraint ck_radio_issue_status,
        add column origin_side text,
        add column reported_side text,
        add column allocation text,
        add column areas text[] not null default '{}',
        add column first_seen text,
        add column season_from integer,
        add column season_to integer,
        add column times text,
        add column next_check date,
        add column channel_id uuid,
        add column level text not null default 'experts',
        add column escalated_to_channel_id uuid,
        add column reported_at timestamptz,
        add column acknowledged_at timestamptz,
        add column resolved_at timestamptz,
        add column status_since timestamptz,
        add column version integer not null default 1,
        add column created_at timestamptz not null default forum.now(),
        add column updated_at timestamptz not null default forum.now(),
        add constraint fk_radio_issue_channel_id foreign key (channel_id) references forum.channel (id),
        add constraint fk_radio_issue_escalated_to_channel_id foreign key (escalated_to_channel_id) references forum.channel (id),
        add constraint ck_radio_issue_status check (status in ('reported','acknowledged','under_measurement','under_coordination','mitigated','monitoring','resolved','unknown','draft','withdrawn')),
        add constraint ck_radio_issue_origin_side check (origin_side in ('kr','jp')),
        add constraint ck_radio_issue_reported_side check (reported_side in ('kr','jp')),
        add constraint ck_radio_issue_allocation check (allocation in ('primary','secondary')),
        add constraint ck_radio_issue_season_from check (season_from between 1 and 12),
        add constraint ck_radio_issue_season_to check (season_to between 1 and 12),
        add constraint ck_radio_issue_level check (level in ('experts','division','director_general','vice_minister','minister','itu_procedure'))`);
    await runner.query(`create index ix_radio_issue_position on forum.radio_issue (position, id)`);
    await runner.query(`create index ix_radio_issue_next_check on forum.radio_issue (next_check)`);

    await runner.query(
      `update forum.radio_issue i set areas = array(
         select a.code from (values ${areas.map(([code, name]) => `('${code}','${name}')`).join(',')}) as a(code, name)
          where strpos(i.regions -> 'ko' ->> 'text', a.name) > 0 order by a.code)
        where i.regions is not null`,
    );

    // Bands of one width class lie in a window of that width, so an overlap is found in the index of each class (README.md, 3).
    await runner.query(`
      alter table forum.radio_band
        alter column code drop not null,
        add column label text,
        add column width_class bigint,
        add column removed_at timestamptz`);
    await runner.query(`
      create function forum.keep_band_class() returns trigger language plpgsql set search_path = forum, pg_temp as $$
      begin
        new.width_class := length(ltrim((new.high_hz - new.low_hz)::bit(64)::text, '0'));
        return new;
      end $$`);
    await runner.query(
      `create trigger tr_radio_band_class before insert or update on forum.radio_band for each row execute function forum.keep_band_class()`,
    );
    await runner.query(`update forum.radio_band set width_class = null`);
    // It would serve too, by reading half of the spectrum; the classes need not.
    await runner.query(`drop index forum.ix_radio_band_low_hz_high_hz`);
    await runner.query(
      `create index ix_radio_band_class on forum.radio_band (width_class, low_hz, high_hz) where removed_at is null`,
    );
    await runner.query(
      `create index ix_radio_band_nominal_hz on forum.radio_band (nominal_hz) where low_hz is null and removed_at is null`,
    );

    // What people do is told by its kind; what the record tells, by its words.
    await runner.query(`
      alter table forum.radio_event
        alter column code drop not null,
        alter column position drop not null,
        alter column text drop not null,
        add column kind text,
        add column state text,
        add column side text,
        add column detail jsonb,
        add column occurred_at timestamptz,
        add constraint ck_radio_event_kind check (kind in (${kinds.map((kind) => `'${kind}'`).join(',')})),
        add constraint ck_radio_event_side check (side in ('kr','jp'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from forum.radio_event where code is null`);
    await runner.query(`
      alter table forum.radio_event
        drop constraint ck_radio_event_kind, drop constraint ck_radio_event_side,
        drop column kind, drop column state, drop column side, drop column detail, drop column occurred_at,
        alter column code set not null, alter column position set not null, alter column text set not null`);
    await runner.query(
      `delete from forum.radio_band b using forum.radio_issue i where i.id = b.radio_issue_id and (b.code is null or i.origin_side is not null)`,
    );
    await runner.query(`drop trigger tr_radio_band_class on forum.radio_band`);
    await runner.query(`drop function forum.keep_band_class()`);
    await runner.query(`drop index forum.ix_radio_band_class, forum.ix_radio_band_nominal_hz`);
    await runner.query(`create index ix_radio_band_low_hz_high_hz on forum.radio_band (low_hz, high_hz)`);
    await runner.query(
      `alter table forum.radio_band drop column label, drop column width_class, drop column removed_at, alter column code set not null`,
    );
    await runner.query(`delete from forum.radio_issue where origin_side is not null`);
    await runner.query(`drop index forum.ix_radio_issue_position, forum.ix_radio_issue_next_check`);
    await runner.query(`
      alter table forum.radio_issue
        drop constraint fk_radio_issue_channel_id, drop constraint fk_radio_issue_escalated_to_channel_id, drop constraint ck_radio_issue_status,
        drop constraint ck_radio_issue_origin_side, drop constraint ck_radio_issue_reported_side, drop constraint ck_radio_issue_allocation,
        drop constraint ck_radio_issue_season_from, drop constraint ck_radio_issue_season_to, drop constraint ck_radio_issue_level,
        drop column origin_side, drop column reported_side, drop column allocation, drop column areas, drop column first_seen,
        drop column season_from, drop column season_to, drop column times, drop column next_check, drop column channel_id,
        drop column level, drop column escalated_to_channel_id, drop column reported_at, drop column acknowledged_at,
        drop column resolved_at, drop column status_since, drop column version, drop column created_at, drop column updated_at,
        alter column code set not null,
        add constraint ck_radio_issue_status check (status in ('reported','acknowledged','under_measurement','under_coordination','mitigated','monitoring','resolved','unknown'))`);
  }
}

const kinds = [
  'reported',
  'acknowledged',
  'measuring',
  'coordinating',
  'mitigated',
  'monitoring',
  'returned',
  'resolved',
  'reopened',
  'taken_up',
  'withdrawn',
  'changed',
  'position_exchanged',
  'measurement_exchanged',
  'measure_agreed',
  'raised',
  'level_set',
];

/** Places the record names, as the import reads them since. */
const areas = [
  ['busan', '부산'],
  ['ulsan', '울산'],
  ['pohang', '포항'],
  ['masan', '마산'],
  ['geoje', '거제'],
  ['tongyeong', '통영'],
  ['yeosu', '여수'],
  ['jeju', '제주'],
  ['tsushima', '쓰시마'],
  ['fukuoka', '후쿠오카'],
  ['nagasaki', '나가사키'],
  ['kyushu', '규슈'],
  ['nationwide_jp', '양국'],
  ['nationwide_kr', '양국'],
] as const;
