import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Multilateral meetings, exhibitions and exchange programmes of the record (domain.md 3.11–3.13). */
export class CreateMultilateralAndExhibition1795000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.multilateral_meeting (
        id uuid not null,
        code text not null,
        position integer not null,
        body_id uuid not null,
        name jsonb not null,
        date_value text,
        date_precision text,
        date_end text,
        date_remark text,
        place jsonb,
        note text,
        source_codes text[] not null,
        evidence text not null,
        audience text not null,
        constraint pk_multilateral_meeting primary key (id),
        constraint uq_multilateral_meeting_code unique (code),
        constraint fk_multilateral_meeting_body_id foreign key (body_id) references forum.body (id),
        constraint ck_multilateral_meeting_date_precision check (date_precision in ('year','month','day')),
        constraint ck_multilateral_meeting_evidence check (evidence in ('seed','web','cross_verified','derived')),
        constraint ck_multilateral_meeting_audience check (${audiences})
      )`);
    await runner.query(`
      create table forum.exhibition (
        id uuid not null,
        code text not null,
        position integer not null,
        name jsonb not null,
        side text not null,
        place jsonb not null,
        usual_month integer not null,
        sample_from text,
        sample_to text,
        sample_note text,
        organiser_id uuid,
        source_codes text[] not null,
        evidence text not null,
        audience text not null,
        constraint pk_exhibition primary key (id),
        constraint uq_exhibition_code unique (code),
        constraint fk_exhibition_organiser_id foreign key (organiser_id) references forum.body (id),
        constraint ck_exhibition_side check (side in ('kr','jp')),
        constraint ck_exhibition_usual_month check (usual_month between 1 and 12),
        constraint ck_exhibition_evidence check (evidence in ('seed','web','cross_verified','derived')),
        constraint ck_exhibition_audience check (${audiences})
      )`);
    await runner.query(`
      create table forum.exchange_programme (
        id uuid not null,
        code text not null,
        position integer not null,
        name jsonb not null,
        commitment_id uuid,
        source_codes text[] not null,
        evidence text not null,
        audience text not null,
        constraint pk_exchange_programme primary key (id),
        constraint uq_exchange_programme_code unique (code),
        constraint fk_exchange_programme_commitment_id foreign key (commitment_id) references forum.commitment (id),
        constraint ck_exchange_programme_evidence check (evidence in ('seed','web','cross_verified','derived')),
        constraint ck_exchange_programme_audience check (${audiences})
      )`);
    for (const table of ['multilateral_meeting', 'exhibition', 'exchange_programme']) {
      await runner.query(`select forum.secure_by_audience('forum.${table}')`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.exchange_programme, forum.exhibition, forum.multilateral_meeting`);
  }
}

const audiences = `audience in ('kr','jp','joint','business','public')`;
