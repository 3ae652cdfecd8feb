import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The days from which the dates of an exhibition's next edition and of an exchange's next round are counted (domain.md 3.11, 3.12, 4).
 * Null while nobody knows them: then nothing is planned. The record's own editions of earlier years stay as their sources tell them.
 */
export class KeepDaysOfExhibitionsAndExchanges1795000057100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.exhibition
        add column starts_on date,
        add column ends_on date,
        add column version integer not null default 1,
        add constraint ck_exhibition_days check (ends_on is null or starts_on <= ends_on),
        add constraint ck_exhibition_version check (version > 0)`);
    await runner.query(`
      alter table forum.exchange_programme
        add column host_side text,
        add column call_ends_on date,
        add column arrives_on date,
        add column ends_on date,
        add column version integer not null default 1,
        add constraint ck_exchange_programme_host_side check (host_side in ('kr','jp')),
        add constraint ck_exchange_programme_days check (
          (coalesce(call_ends_on, arrives_on, ends_on) is null or host_side is not null)
          and (call_ends_on is null or arrives_on is null or call_ends_on <= arrives_on) and (arrives_on is null or ends_on is null or arrives_on <= ends_on)),
        add constraint ck_exchange_programme_version check (version > 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.exchange_programme
        drop constraint ck_exchange_programme_version, drop constraint ck_exchange_programme_days, drop constraint ck_exchange_programme_host_side,
        drop column version, drop column ends_on, drop column arrives_on, drop column call_ends_on, drop column host_side`);
    await runner.query(`
      alter table forum.exhibition
        drop constraint ck_exhibition_version, drop constraint ck_exhibition_days, drop column version, drop column ends_on, drop column starts_on`);
  }
}
