import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A version says which act made it and for which side, so that the list of versions reads as the course of the negotiation
 * (domain.md 3.6). Versions kept before have neither. The turns of a subject's keys, cleared ones too, are found by the subject.
 */
export class TellWhatMadeAnAgendaVersion1795000031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.agenda_version
        add column occasion text,
        add column made_by_side text,
        add constraint ck_agenda_version_occasion check (occasion in ('exchange','proposal','translation','signature')),
        add constraint ck_agenda_version_made_by_side check (made_by_side in ('kr','jp'))`);
    await runner.query(`create index ix_key_turn_subject_id_turned_at on forum.key_turn (subject_id, turned_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index forum.ix_key_turn_subject_id_turned_at`);
    await runner.query(`alter table forum.agenda_version drop column made_by_side, drop column occasion`);
  }
}
