import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The days of a meeting are read as dates by every list: a value that is none would make all of them unreadable. */
export class KeepMeetingsWithinTheCalendar1795000047600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.multilateral_meeting
        add constraint ck_multilateral_meeting_date_value check (date_value ~ '${day}'),
        add constraint ck_multilateral_meeting_date_end check (date_end ~ '${day}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.multilateral_meeting
        drop constraint ck_multilateral_meeting_date_end,
        drop constraint ck_multilateral_meeting_date_value`);
  }
}

// From 1900 to 2199, as a year, a month or a day.
const day = '^(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$';
