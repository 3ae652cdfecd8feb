import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What belongs to a case of the radio register: the positions of the sides and their measurements, each its side's own until it is
 * exchanged, the stations, references to the ITU, agreed measures, the sessions it was raised in and the cases it is linked to.
 */
export class CreateRadioEvidence1795000042100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.radio_position (
        id uuid not null,
        radio_issue_id uuid not null,
        side text not null,
        text jsonb not null,
        version integer not null default 1,
        exchanged_at timestamptz,
        replaced_at timestamptz,
        audience text not null,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        constraint pk_radio_position primary key (id),
        constraint fk_radio_position_radio_issue_id foreign key (radio_issue_id) references forum.radio_issue (id),
        constraint ck_radio_position_side check (side in ('kr','jp')),
        constraint ck_radio_position_audience check (audience in ('kr','jp','joint'))
      )`);
    await runner.query(`create index ix_radio_position_radio_issue_id on forum.radio_position (radio_issue_id)`);
    await runner.query(
      `create unique index uq_radio_position_draft on forum.radio_position (radio_issue_id, side) where exchanged_at is null`,
    );
    await runner.query(
      `create unique index uq_radio_position_current on forum.radio_position (radio_issue_id, side) where exchanged_at is not null and replaced_at is null`,
    );
    await runner.query(`select forum.secure_by_audience('forum.radio_position', held => '{kr,jp,joint}')`);

    await runner.query(`
      create table forum.radio_measurement (
        id uuid not null,
        radio_issue_id uuid not null,
        side text not null,
        measured_on date not null,
        area text,
        place jsonb,
        frequency_hz bigint,
        bandwidth_hz bigint,
        strength_tenths integer not null,
        method jsonb,
        version integer not null default 1,
        exchanged_at timestamptz,
        removed_at timestamptz,
        audience text not null,
        created_at timestamptz not null default forum.now(),
        constraint pk_radio_measurement primary key (id),
        constraint fk_radio_measurement_radio_issue_id foreign key (radio_issue_id) references forum.radio_issue (id),
        constraint ck_radio_measurement_side check (side in ('kr','jp')),
        constraint ck_radio_measurement_frequency_hz check (0 < frequency_hz and frequency_hz <= 3000000000000),
        constraint ck_radio_measurement_bandwidth_hz check (0 < bandwidth_hz and bandwidth_hz <= 3000000000000),
        constraint ck_radio_measurement_audience check (audience in ('kr','jp','joint'))
      )`);
    await runner.query(`create index ix_radio_measurement_radio_issue_id on forum.radio_measurement (radio_issue_id)`);
    await runner.query(`select forum.secure_by_audience('forum.radio_measurement', held => '{kr,jp,joint}')`);

    // Coordinates in tenths of a degree, some ten kilometres: nothing finer is stored, and nothing at all of defence or police.
    await runner.query(`
      create table forum.radio_station (
        id uuid not null,
        radio_issue_id uuid not null,
        position integer not null,
        role text not null,
        side text,
        class text not null,
        holder text not null,
        operator text,
        area text,
        latitude_tenths integer,
        longitude_tenths integer,
        height_metres integer,
        eirp_tenths integer,
        antenna text,
        polarisation text,
        removed_at timestamptz,
        audience text not null,
        constraint pk_radio_station primary key (id),
        constraint fk_radio_station_radio_issue_id foreign key (radio_issue_id) references forum.radio_issue (id),
        constraint ck_radio_station_role check (role in ('source','affected')),
        constraint ck_radio_station_side check (side in ('kr','jp')),
        constraint ck_radio_station_holder check (holder in ('civil','defence','police')),
        constraint ck_radio_station_site check (holder = 'civil' or (operator is null and latitude_tenths is null and longitude_tenths is null)),
        constraint ck_radio_station_coordinates check ((latitude_tenths is null) = (longitude_tenths is null) and (latitude_tenths is null or (latitude_tenths between -900 and 900 and longitude_tenths between -1800 and 1800))),
        constraint ck_radio_station_polarisation check (polarisation in ('horizontal','vertical','right_circular','left_circular','mixed')),
        constraint ck_radio_station_audience check (${audiences})
      )`);
    await runner.query(`create index ix_radio_station_radio_issue_id on forum.radio_station (radio_issue_id)`);
    await runner.query(`select forum.secure_by_audience('forum.radio_station')`);

    await runner.query(`
      create table forum.radio_reference (
        id uuid not null,
        radio_issue_id uuid not null,
        position integer not null,
        kind text not null,
        reference text not null,
        dated date,
        removed_at timestamptz,
        audience text not null,
        constraint pk_radio_reference primary key (id),
        constraint fk_radio_reference_radio_issue_id foreign key (radio_issue_id) references forum.radio_issue (id),
        constraint ck_radio_reference_kind check (kind in ('api','coordination_request','mifr','appendix_10')),
        constraint ck_radio_reference_audience check (${audiences})
      )`);
    await runner.query(`create index ix_radio_reference_radio_issue_id on forum.radio_reference (radio_issue_id)`);
    await runner.query(`select forum.secure_by_audience('forum.radio_reference')`);

    await runner.query(`
      create table forum.radio_measure (
        id uuid not null,
        radio_issue_id uuid not null,
        text jsonb not null,
        acting_side text,
        due_on date,
        agreed_at timestamptz not null default forum.now(),
        audience text not null,
        constraint pk_radio_measure primary key (id),
        constraint fk_radio_measure_radio_issue_id foreign key (radio_issue_id) references forum.radio_issue (id),
        constraint ck_radio_measure_acting_side check (acting_side in ('kr','jp')),
        constraint ck_radio_measure_audience check (audience in ('joint'))
      )`);
    await runner.query(`create index ix_radio_measure_radio_issue_id on forum.radio_measure (radio_issue_id)`);
    await runner.query(`select forum.secure_by_audience('forum.radio_measure', held => '{joint}')`);

    await runner.query(`
      create table forum.radio_meeting (
        id uuid not null,
        radio_issue_id uuid not null,
        session_id uuid not null,
        audience text not null,
        created_at timestamptz not null default forum.now(),
        constraint pk_radio_meeting primary key (id),
        constraint uq_radio_meeting_radio_issue_id_session_id unique (radio_issue_id, session_id),
        constraint fk_radio_meeting_radio_issue_id foreign key (radio_issue_id) references forum.radio_issue (id),
        constraint fk_radio_meeting_session_id foreign key (session_id) references forum.session (id),
        constraint ck_radio_meeting_audience check (audience in ('joint'))
      )`);
    await runner.query(`select forum.secure_by_audience('forum.radio_meeting', held => '{joint}')`);

    await runner.query(`
      create table forum.radio_link (
        id uuid not null,
        one_id uuid not null,
        other_id uuid not null,
        linked_side text not null,
        removed_at timestamptz,
        audience text not null,
        created_at timestamptz not null default forum.now(),
        constraint pk_radio_link primary key (id),
        constraint fk_radio_link_one_id foreign key (one_id) references forum.radio_issue (id),
        constraint fk_radio_link_other_id foreign key (other_id) references forum.radio_issue (id),
        constraint ck_radio_link_linked_side check (linked_side in ('kr','jp')),
        constraint ck_radio_link_audience check (audience in ('kr','jp','joint'))
      )`);
    await runner.query(
      `create unique index uq_radio_link_pair on forum.radio_link (one_id, other_id) where removed_at is null`,
    );
    await runner.query(`create index ix_radio_link_other_id on forum.radio_link (other_id)`);
    await runner.query(`select forum.secure_by_audience('forum.radio_link', held => '{kr,jp,joint}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table forum.radio_link, forum.radio_meeting, forum.radio_measure, forum.radio_reference, forum.radio_station, forum.radio_measurement, forum.radio_position`,
    );
  }
}

const audiences = `audience in ('kr','jp','joint','business','public')`;
