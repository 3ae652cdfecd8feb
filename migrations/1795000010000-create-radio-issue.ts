import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The radio register: cases, their bands as integer hertz, and what happened to them (domain.md 3.10). */
export class CreateRadioIssue1795000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.radio_issue (
        id uuid not null,
        code text not null,
        position integer not null,
        title jsonb not null,
        type text,
        services text[] not null,
        regions jsonb,
        stations jsonb,
        position_kr jsonb,
        position_jp jsonb,
        status text not null,
        status_as_of text,
        season text,
        source_codes text[] not null default '{}',
        evidence text,
        illustrative boolean not null default false,
        audience text not null,
        constraint pk_radio_issue primary key (id),
        constraint uq_radio_issue_code unique (code),
        constraint ck_radio_issue_type check (type in ('interference_case','spillover_observation','planned_use','satellite_filing','wrc_position','standard')),
        constraint ck_radio_issue_status check (status in ('reported','acknowledged','under_measurement','under_coordination','mitigated','monitoring','resolved','unknown')),
        constraint ck_radio_issue_evidence check (evidence in ('seed','web','cross_verified','derived')),
        constraint ck_radio_issue_audience check (${audiences})
      )`);
    await runner.query(`select forum.secure_by_audience('forum.radio_issue')`);

    // Overlap is low_hz < $high and high_hz > $low: plain comparisons of bigint are leakproof, so the index serves under row security.
    await runner.query(`
      create table forum.radio_band (
        id uuid not null,
        code text not null,
        radio_issue_id uuid not null,
        position integer not null,
        nominal_hz bigint,
        low_hz bigint,
        high_hz bigint,
        audience text not null,
        constraint pk_radio_band primary key (id),
        constraint uq_radio_band_code unique (code),
        constraint fk_radio_band_radio_issue_id foreign key (radio_issue_id) references forum.radio_issue (id),
        constraint ck_radio_band_edges check ((low_hz is null) = (high_hz is null) and (low_hz is null or (0 < low_hz and low_hz < high_hz and high_hz <= 3000000000000))),
        constraint ck_radio_band_nominal check (nominal_hz is null or (0 < nominal_hz and nominal_hz <= 3000000000000)),
        constraint ck_radio_band_something check (nominal_hz is not null or low_hz is not null),
        constraint ck_radio_band_audience check (${audiences})
      )`);
    await runner.query(`create index ix_radio_band_radio_issue_id on forum.radio_band (radio_issue_id)`);
    await runner.query(`create index ix_radio_band_low_hz_high_hz on forum.radio_band (low_hz, high_hz)`);
    await runner.query(`select forum.secure_by_audience('forum.radio_band')`);

    await runner.query(`
      create table forum.radio_event (
        id uuid not null,
        code text not null,
        radio_issue_id uuid not null,
        position integer not null,
        date_value text,
        date_precision text,
        date_end text,
        text jsonb not null,
        audience text not null,
        constraint pk_radio_event primary key (id),
        constraint uq_radio_event_code unique (code),
        constraint fk_radio_event_radio_issue_id foreign key (radio_issue_id) references forum.radio_issue (id),
        constraint ck_radio_event_date_precision check ((date_value is null) = (date_precision is null) and date_precision in ('year','month','day')),
        constraint ck_radio_event_audience check (${audiences})
      )`);
    await runner.query(`create index ix_radio_event_radio_issue_id on forum.radio_event (radio_issue_id)`);
    await runner.query(`select forum.secure_by_audience('forum.radio_event', '{insert}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.radio_event, forum.radio_band, forum.radio_issue`);
  }
}

const audiences = `audience in ('kr','jp','joint','business','public')`;
