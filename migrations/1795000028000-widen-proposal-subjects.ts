import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agendas, their items, agreed terms and papers change by two keys as well (design.md decision 1). */
export class WidenProposalSubjects1795000028000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.allow(runner, `'channel','session','agenda','agenda_item','glossary_term','paper'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from forum.key_turn k using forum.proposal p
      where k.subject_type = 'proposal' and k.subject_id = p.id and p.subject_type not in ('channel','session')`);
    await runner.query(`delete from forum.proposal where subject_type not in ('channel','session')`);
    await this.allow(runner, `'channel','session'`);
  }

  private async allow(runner: QueryRunner, subjects: string): Promise<void> {
    await runner.query(`alter table forum.proposal drop constraint ck_proposal_subject_type`);
    await runner.query(
      `alter table forum.proposal add constraint ck_proposal_subject_type check (subject_type in (${subjects}))`,
    );
  }
}
