import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices tell of the texts of a session too (domain.md 3.7). */
export class RemindOfTexts1795000041600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(allow([...before, 'record']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from forum.sent_mail m using forum.reminder r where r.id = m.reminder_id and r.subject_type = 'record'`);
    await runner.query(`delete from forum.reminder where subject_type = 'record'`);
    await runner.query(allow(before));
  }
}

const before = ['action_item', 'session', 'proposal', 'channel', 'date_poll', 'delegation', 'translation_request'];

const allow = (subjects: readonly string[]): string => `
  alter table forum.reminder
    drop constraint ck_reminder_subject_type,
    add constraint ck_reminder_subject_type check (subject_type in (${subjects.map((one) => `'${one}'`).join(',')}))`;
