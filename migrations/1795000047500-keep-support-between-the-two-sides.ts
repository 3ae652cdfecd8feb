import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests for support of a candidate are restricted (domain.md 3.13): readers without a side, as interpreters and auditors, never see one. */
export class KeepSupportBetweenTheTwoSides1795000047500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const act of ['read', 'insert', 'update'])
      await runner.query(`drop policy multilateral_support_joint_${act} on forum.multilateral_support`);
    await runner.query(`revoke insert, update on forum.multilateral_support from forum_joint`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`grant insert, update on forum.multilateral_support to forum_joint`);
    await runner.query(
      `create policy multilateral_support_joint_read on forum.multilateral_support for select to forum_joint using (${shared})`,
    );
    await runner.query(
      `create policy multilateral_support_joint_insert on forum.multilateral_support for insert to forum_joint with check (${shared})`,
    );
    await runner.query(
      `create policy multilateral_support_joint_update on forum.multilateral_support for update to forum_joint using (${shared}) with check (${shared})`,
    );
  }
}

const shared = `audience = any (array['joint','business','public']::text[])`;
