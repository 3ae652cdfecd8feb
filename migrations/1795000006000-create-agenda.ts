import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agendas, their items, each side's own notes, and the immutable versions that are signed (domain.md 3.6; design.md decisions 4 and 6). */
export class CreateAgenda1795000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const audiences = `audience in ('kr','jp','joint','business','public')`;
    // The row exists from the start and its version counts shared changes only: neither may tell that a side has a draft.
    await runner.query(`
      create table forum.agenda (
        id uuid not null,
        session_id uuid not null,
        state text not null default 'draft',
        illustrative boolean not null default false,
        audience text not null default 'joint',
        version integer not null default 1,
        constraint pk_agenda primary key (id),
        constraint uq_agenda_session_id unique (session_id),
        constraint fk_agenda_session_id foreign key (session_id) references forum.session (id),
        constraint ck_agenda_state check (state in ('draft','exchanged','in_negotiation','agreed','adopted')),
        constraint ck_agenda_audience check (${audiences})
      )`);
    await runner.query(`select forum.secure_by_audience('forum.agenda')`);
    await runner.query(`
      create table forum.agenda_item (
        id uuid not null,
        agenda_id uuid not null,
        position integer not null,
        proposer_side text not null,
        lead_side text,
        minutes integer not null,
        objective text not null,
        title jsonb not null,
        description jsonb,
        state text not null,
        illustrative boolean not null default false,
        audience text not null,
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        constraint pk_agenda_item primary key (id),
        constraint fk_agenda_item_agenda_id foreign key (agenda_id) references forum.agenda (id),
        constraint ck_agenda_item_proposer_side check (proposer_side in ('kr','jp')),
        constraint ck_agenda_item_lead_side check (lead_side in ('kr','jp')),
        constraint ck_agenda_item_minutes check (minutes between 1 and 480),
        constraint ck_agenda_item_objective check (objective in ('inform','discuss','decide','sign')),
        constraint ck_agenda_item_state check (state in ('draft','exchanged','in_negotiation','agreed','adopted','discussed','deferred','withdrawn')),
        constraint ck_agenda_item_audience check (${audiences})
      )`);
    await runner.query(`create index ix_agenda_item_agenda_id_position on forum.agenda_item (agenda_id, position)`);
    await runner.query(`select forum.secure_by_audience('forum.agenda_item')`);
    await runner.query(`
      create table forum.agenda_note (
        id uuid not null,
        item_id uuid not null,
        text jsonb not null,
        audience text not null,
        updated_at timestamptz not null default forum.now(),
        constraint pk_agenda_note primary key (id),
        constraint uq_agenda_note_item_id_audience unique (item_id, audience),
        constraint fk_agenda_note_item_id foreign key (item_id) references forum.agenda_item (id),
        constraint ck_agenda_note_audience check (audience in ('kr','jp'))
      )`);
    await runner.query(`select forum.secure_by_audience('forum.agenda_note', held => '{kr,jp}')`);
    await runner.query(`
      create table forum.agenda_version (
        id uuid not null,
        agenda_id uuid not null,
        number integer not null,
        content_hash text not null,
        content jsonb not null,
        created_at timestamptz not null default forum.now(),
        audience text not null default 'joint',
        constraint pk_agenda_version primary key (id),
        constraint uq_agenda_version_agenda_id_number unique (agenda_id, number),
        constraint fk_agenda_version_agenda_id foreign key (agenda_id) references forum.agenda (id),
        constraint ck_agenda_version_content_hash check (content_hash ~ '^[0-9a-f]{64}$'),
        constraint ck_agenda_version_audience check (${audiences})
      )`);
    // A version never changes (design.md decision 6).
    await runner.query(`select forum.secure_by_audience('forum.agenda_version', '{insert}')`);
    await runner.query(`revoke update on forum.agenda_version from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.agenda_version, forum.agenda_note, forum.agenda_item, forum.agenda`);
  }
}
