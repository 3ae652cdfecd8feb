import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A session as it runs (domain.md 3.3): what is on, who has the floor, what was decided, and every change of it in order, so that a
 * screen that lost its connection is told what it missed.
 */
export class CreateLive1795000045000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // One row per session is what everybody who changes the run waits for; its version counts changes of the run only.
    await runner.query(`
      create table forum.live_run (
        id uuid not null,
        session_id uuid not null,
        version integer not null default 1,
        audience text not null default 'joint',
        constraint pk_live_run primary key (id),
        constraint uq_live_run_session_id unique (session_id),
        constraint fk_live_run_session_id foreign key (session_id) references forum.session (id),
        constraint ck_live_run_audience check (audience = 'joint')
      )`);
    await runner.query(`select forum.secure_by_audience('forum.live_run', held => '{joint}')`);

    // A stretch of time given to one row of the agenda, or to a break that the agenda does not have.
    await runner.query(`
      create table forum.live_segment (
        id uuid not null,
        session_id uuid not null,
        item_id uuid,
        minutes integer,
        started_at timestamptz not null default forum.now(),
        ended_at timestamptz,
        started_by_side text not null,
        audience text not null default 'joint',
        constraint pk_live_segment primary key (id),
        constraint fk_live_segment_session_id foreign key (session_id) references forum.session (id),
        constraint fk_live_segment_item_id foreign key (item_id) references forum.agenda_item (id),
        constraint ck_live_segment_minutes check ((item_id is null) = (minutes is not null) and minutes between 1 and 480),
        constraint ck_live_segment_ended_at check (ended_at >= started_at),
        constraint ck_live_segment_started_by_side check (started_by_side in ('kr','jp')),
        constraint ck_live_segment_audience check (audience = 'joint')
      )`);
    await runner.query(`create index ix_live_segment_session_id on forum.live_segment (session_id, id)`);
    await runner.query(
      `create unique index uq_live_segment_open on forum.live_segment (session_id) where ended_at is null`,
    );
    await runner.query(`select forum.secure_by_audience('forum.live_segment', held => '{joint}')`);

    await runner.query(`
      create table forum.live_speaker (
        id uuid not null,
        session_id uuid not null,
        item_id uuid,
        side text not null,
        member_id uuid,
        state text not null default 'requested',
        requested_at timestamptz not null default forum.now(),
        started_at timestamptz,
        ended_at timestamptz,
        audience text not null default 'joint',
        version integer not null default 1,
        constraint pk_live_speaker primary key (id),
        constraint fk_live_speaker_session_id foreign key (session_id) references forum.session (id),
        constraint fk_live_speaker_item_id foreign key (item_id) references forum.agenda_item (id),
        constraint fk_live_speaker_member_id foreign key (member_id) references forum.delegation_member (id),
        constraint ck_live_speaker_side check (side in ('kr','jp')),
        constraint ck_live_speaker_state check (state in ('requested','speaking','spoken','skipped','withdrawn')),
        constraint ck_live_speaker_audience check (audience = 'joint')
      )`);
    await runner.query(`create index ix_live_speaker_session_id on forum.live_speaker (session_id, id)`);
    await runner.query(
      `create unique index uq_live_speaker_speaking on forum.live_speaker (session_id) where state = 'speaking'`,
    );
    await runner.query(
      `create unique index uq_live_speaker_waiting on forum.live_speaker (session_id, item_id, member_id) where state = 'requested'`,
    );
    await runner.query(`select forum.secure_by_audience('forum.live_speaker', held => '{joint}')`);

    await runner.query(`
      create table forum.live_decision (
        id uuid not null,
        session_id uuid not null,
        item_id uuid,
        number integer not null,
        text jsonb not null,
        side text not null,
        worded_side text not null,
        post_id uuid,
        state text not null default 'draft',
        audience text not null default 'joint',
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        constraint pk_live_decision primary key (id),
        constraint uq_live_decision_session_id_number unique (session_id, number),
        constraint fk_live_decision_session_id foreign key (session_id) references forum.session (id),
        constraint fk_live_decision_item_id foreign key (item_id) references forum.agenda_item (id),
        constraint fk_live_decision_post_id foreign key (post_id) references forum.post (id),
        constraint ck_live_decision_number check (number >= 1),
        constraint ck_live_decision_side check (side in ('kr','jp')),
        constraint ck_live_decision_worded_side check (worded_side in ('kr','jp')),
        constraint ck_live_decision_state check (state in ('draft','accepted','withdrawn')),
        constraint ck_live_decision_audience check (audience = 'joint')
      )`);
    await runner.query(`select forum.secure_by_audience('forum.live_decision', held => '{joint}')`);

    // What a side writes down for itself while the session runs; it stays where it is (domain.md 3.6: notes never leave the side).
    await runner.query(`
      create table forum.live_note (
        id uuid not null,
        session_id uuid not null,
        item_id uuid,
        lang text not null,
        text text not null,
        post_id uuid,
        audience text not null,
        created_at timestamptz not null default forum.now(),
        constraint pk_live_note primary key (id),
        constraint fk_live_note_session_id foreign key (session_id) references forum.session (id),
        constraint fk_live_note_item_id foreign key (item_id) references forum.agenda_item (id),
        constraint fk_live_note_post_id foreign key (post_id) references forum.post (id),
        constraint ck_live_note_lang check (lang in ('ko','ja','en')),
        constraint ck_live_note_audience check (audience in ('kr','jp'))
      )`);
    await runner.query(`create index ix_live_note_session_id on forum.live_note (session_id, id)`);
    await runner.query(`select forum.secure_by_audience('forum.live_note', '{insert}', held => '{kr,jp}')`);

    // Positions are counted per audience, under the lock of the run: without a gap, so nothing is passed over by who reads on from the
    // last one, and nobody can count what the other side keeps to itself.
    await runner.query(`
      create table forum.live_event (
        id uuid not null,
        session_id uuid not null,
        position integer not null,
        kind text not null,
        subject_id uuid,
        side text,
        at timestamptz not null default forum.now(),
        audience text not null,
        constraint pk_live_event primary key (id),
        constraint uq_live_event_session_id_audience_position unique (session_id, audience, position),
        constraint fk_live_event_session_id foreign key (session_id) references forum.session (id),
        constraint ck_live_event_position check (position >= 1),
        constraint ck_live_event_kind check (kind in ('opened','item_started','break_started','stopped','over','speaker_asked','floor_given','floor_ended','speaker_skipped','speaker_withdrawn','decision_captured','decision_changed','decision_accepted','decision_withdrawn','action_recorded','attendance_marked','item_discussed','note_added')),
        constraint ck_live_event_side check (side in ('kr','jp')),
        constraint ck_live_event_audience check (audience in ('kr','jp','joint'))
      )`);
    await runner.query(`select forum.secure_by_audience('forum.live_event', '{insert}', held => '{kr,jp,joint}')`);
    await runner.query(`revoke update on forum.live_event, forum.live_note from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table forum.live_event, forum.live_note, forum.live_decision, forum.live_speaker, forum.live_segment, forum.live_run`,
    );
  }
}
