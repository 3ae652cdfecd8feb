import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records, promises, radio issues, what rises from one level to the next, and joint positions change by two keys as well (design.md decision 1). */
export class LetPromisesBeProposedAbout1795000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.allow(runner, [...before, ...added]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `delete from forum.key_turn k using forum.proposal p where k.subject_type = 'proposal' and k.subject_id = p.id and p.subject_type = any ($1)`,
      [added],
    );
    await runner.query(`delete from forum.proposal where subject_type = any ($1)`, [added]);
    await this.allow(runner, before);
  }

  private async allow(runner: QueryRunner, subjects: readonly string[]): Promise<void> {
    await runner.query(`alter table forum.proposal drop constraint ck_proposal_subject_type`);
    await runner.query(
      `alter table forum.proposal add constraint ck_proposal_subject_type check (subject_type in (${subjects.map((one) => `'${one}'`).join(',')}))`,
    );
  }
}

const before = ['channel', 'session', 'agenda', 'agenda_item', 'glossary_term', 'paper'];
const added = [
  'record',
  'instrument',
  'commitment',
  'action_item',
  'radio_issue',
  'escalation',
  'multilateral_meeting',
];
