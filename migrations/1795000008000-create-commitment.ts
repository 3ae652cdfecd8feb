import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Instruments, their areas, and every obligation with what followed from it (domain.md 3.8). */
export class CreateCommitment1795000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.instrument (
        id uuid not null,
        code text not null,
        name jsonb not null,
        kind text not null,
        date_value text not null,
        date_precision text not null,
        sort_date date not null,
        legal text not null,
        place jsonb,
        note text,
        title_pattern text,
        text_available boolean,
        party_codes text[] not null default '{}',
        source_codes text[] not null,
        evidence text not null,
        illustrative boolean not null default false,
        audience text not null,
        constraint pk_instrument primary key (id),
        constraint uq_instrument_code unique (code),
        constraint ck_instrument_kind check (kind in ('treaty','agreement','memorandum','memorandum_of_cooperation','agency_arrangement','initiative','action_plan','agreed_minutes')),
        constraint ck_instrument_legal check (legal in ('treaty','agency_level','political','non_binding')),
        constraint ck_instrument_date_precision check (date_precision in ('year','month','day')),
        constraint ck_instrument_evidence check (evidence in ('seed','web','cross_verified','derived')),
        constraint ck_instrument_audience check (${audiences})
      )`);
    await runner.query(`select forum.secure_by_audience('forum.instrument')`);

    await runner.query(`
      create table forum.instrument_area (
        id uuid not null,
        code text not null,
        instrument_id uuid not null,
        position integer not null,
        mark text not null,
        name jsonb not null,
        audience text not null,
        constraint pk_instrument_area primary key (id),
        constraint uq_instrument_area_code unique (code),
        constraint uq_instrument_area_instrument_id_mark unique (instrument_id, mark),
        constraint fk_instrument_area_instrument_id foreign key (instrument_id) references forum.instrument (id),
        constraint ck_instrument_area_audience check (${audiences})
      )`);
    await runner.query(`select forum.secure_by_audience('forum.instrument_area')`);

    // One obligation each; a strength of one side names that side and never counts as agreed (domain.md 1.7).
    await runner.query(`
      create table forum.commitment (
        id uuid not null,
        code text not null,
        position integer not null,
        instrument_id uuid,
        area_id uuid,
        session_id uuid,
        text jsonb not null,
        strength text not null,
        strength_side text,
        status text not null,
        status_as_of date,
        status_note text,
        due_value text,
        due_precision text,
        due_on date,
        follow_up jsonb,
        follow_up_source_codes text[] not null default '{}',
        topic_codes text[] not null default '{}',
        source_codes text[] not null,
        evidence text not null,
        illustrative boolean not null default false,
        audience text not null,
        constraint pk_commitment primary key (id),
        constraint uq_commitment_code unique (code),
        constraint fk_commitment_instrument_id foreign key (instrument_id) references forum.instrument (id),
        constraint fk_commitment_area_id foreign key (area_id) references forum.instrument_area (id),
        constraint fk_commitment_session_id foreign key (session_id) references forum.session (id),
        constraint ck_commitment_strength check (strength in ('joint_binding','joint_political','joint_non_binding','discussed','unilateral_intent','proposal')),
        constraint ck_commitment_strength_side check ((strength in ('unilateral_intent','proposal')) = (strength_side is not null)),
        constraint ck_commitment_side check (strength_side in ('kr','jp')),
        constraint ck_commitment_status check (status in ('proposed','recorded','assigned','in_progress','fulfilled','fulfilled_differently','partly','lapsed','superseded','closed_with_event','unknown')),
        constraint ck_commitment_due check ((due_value is null) = (due_precision is null) and (due_value is null) = (due_on is null)),
        constraint ck_commitment_due_precision check (due_precision in ('year','month','day')),
        constraint ck_commitment_evidence check (evidence in ('seed','web','cross_verified','derived')),
        constraint ck_commitment_audience check (${audiences})
      )`);
    await runner.query(`create index ix_commitment_instrument_id on forum.commitment (instrument_id)`);
    await runner.query(`create index ix_commitment_session_id on forum.commitment (session_id)`);
    await runner.query(`select forum.secure_by_audience('forum.commitment')`);

    // What a commitment led to: a channel, from its beginning or from one of its events; reviewed by hand, each with its reason.
    await runner.query(`
      create table forum.commitment_link (
        id uuid not null,
        code text not null,
        commitment_id uuid not null,
        position integer not null,
        channel_id uuid not null,
        starts_on date,
        ends_on date,
        reason jsonb not null,
        source_codes text[] not null,
        audience text not null,
        constraint pk_commitment_link primary key (id),
        constraint uq_commitment_link_code unique (code),
        constraint fk_commitment_link_commitment_id foreign key (commitment_id) references forum.commitment (id),
        constraint fk_commitment_link_channel_id foreign key (channel_id) references forum.channel (id),
        constraint ck_commitment_link_audience check (${audiences})
      )`);
    await runner.query(`create index ix_commitment_link_commitment_id on forum.commitment_link (commitment_id)`);
    await runner.query(`select forum.secure_by_audience('forum.commitment_link')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.commitment_link, forum.commitment, forum.instrument_area, forum.instrument`);
  }
}

const audiences = `audience in ('kr','jp','joint','business','public')`;
