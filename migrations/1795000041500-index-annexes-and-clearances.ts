import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The annexes of a text, and the latest chain of a side's clearance, without looking through all of them. */
export class IndexAnnexesAndClearances1795000041500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index ix_record_annex_of_id on forum.record (annex_of_id) where annex_of_id is not null`,
    );
    await runner.query(`create index ix_record_clearance_record_id on forum.record_clearance (record_id, side, at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index forum.ix_record_clearance_record_id`);
    await runner.query(`drop index forum.ix_record_annex_of_id`);
  }
}
