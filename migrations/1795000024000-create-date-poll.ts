import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finding a date (domain.md 3.3, 7): a poll and its slots are shared once its side shares them; who is asked and what they answer stays
 * with their own side for ever. The other side gets one word per slot, the verdict, when it is handed over.
 */
export class CreateDatePoll1795000024000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.date_poll (
        id uuid not null,
        channel_id uuid not null,
        session_id uuid,
        state text not null default 'draft',
        zone text not null,
        minutes integer not null,
        format text not null,
        host_side text,
        deadline timestamptz not null,
        both_heads boolean not null default true,
        proposed_by_side text not null,
        proposed_by_post_id uuid,
        audience text not null,
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        constraint pk_date_poll primary key (id),
        constraint fk_date_poll_channel_id foreign key (channel_id) references forum.channel (id),
        constraint fk_date_poll_session_id foreign key (session_id) references forum.session (id),
        constraint fk_date_poll_proposed_by_post_id foreign key (proposed_by_post_id) references forum.post (id),
        constraint ck_date_poll_state check (state in ('draft','open','closed','decided','withdrawn')),
        constraint ck_date_poll_minutes check (minutes between 15 and 1440),
        constraint ck_date_poll_format check (format in ('in_person','online','hybrid')),
        constraint ck_date_poll_host_side check (host_side in ('kr','jp')),
        constraint ck_date_poll_proposed_by_side check (proposed_by_side in ('kr','jp')),
        constraint ck_date_poll_audience check (${shared})
      )`);
    await runner.query(`create index ix_date_poll_channel_id on forum.date_poll (channel_id, id)`);
    await runner.query(`create index ix_date_poll_session_id on forum.date_poll (session_id)`);
    await runner.query(`select forum.secure_by_audience('forum.date_poll')`);

    await runner.query(`
      create table forum.date_poll_slot (
        id uuid not null,
        poll_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        decided_at timestamptz,
        audience text not null,
        constraint pk_date_poll_slot primary key (id),
        constraint uq_date_poll_slot_poll_id_starts_at unique (poll_id, starts_at),
        constraint fk_date_poll_slot_poll_id foreign key (poll_id) references forum.date_poll (id),
        constraint ck_date_poll_slot_period check (starts_at <= ends_at),
        constraint ck_date_poll_slot_audience check (${shared})
      )`);
    await runner.query(`create index ix_date_poll_slot_starts_at on forum.date_poll_slot (starts_at)`);
    await runner.query(`select forum.secure_by_audience('forum.date_poll_slot')`);

    // The audience is the side: a row of one side can be neither read nor guessed from the other, not even by a unique key.
    await runner.query(`
      create table forum.date_poll_participant (
        id uuid not null,
        poll_id uuid not null,
        post_id uuid not null,
        role text not null,
        removed_at timestamptz,
        audience text not null,
        constraint pk_date_poll_participant primary key (id),
        constraint uq_date_poll_participant_poll_id_post_id_audience unique (poll_id, post_id, audience),
        constraint fk_date_poll_participant_poll_id foreign key (poll_id) references forum.date_poll (id),
        constraint fk_date_poll_participant_post_id foreign key (post_id) references forum.post (id),
        constraint ck_date_poll_participant_role check (role in ('head','required','optional')),
        constraint ck_date_poll_participant_audience check (${ownSide})
      )`);
    await runner.query(
      `create index ix_date_poll_participant_post_id on forum.date_poll_participant (post_id, poll_id)`,
    );
    await runner.query(`select forum.secure_by_audience('forum.date_poll_participant', '{insert,update}', '{kr,jp}')`);

    await runner.query(`
      create table forum.date_poll_answer (
        id uuid not null,
        participant_id uuid not null,
        slot_id uuid not null,
        answer text,
        answered_by_post_id uuid,
        answered_by_user_id uuid not null,
        answered_at timestamptz not null default forum.now(),
        audience text not null,
        constraint pk_date_poll_answer primary key (id),
        constraint uq_date_poll_answer_participant_id_slot_id unique (participant_id, slot_id),
        constraint fk_date_poll_answer_participant_id foreign key (participant_id) references forum.date_poll_participant (id),
        constraint fk_date_poll_answer_slot_id foreign key (slot_id) references forum.date_poll_slot (id),
        constraint fk_date_poll_answer_answered_by_post_id foreign key (answered_by_post_id) references forum.post (id),
        constraint ck_date_poll_answer_answer check (answer in ('yes','if_needed','no')),
        constraint ck_date_poll_answer_audience check (${ownSide})
      )`);
    await runner.query(`create index ix_date_poll_answer_slot_id on forum.date_poll_answer (slot_id)`);
    await runner.query(`select forum.secure_by_audience('forum.date_poll_answer', '{insert,update}', '{kr,jp}')`);

    await runner.query(`
      create table forum.date_poll_verdict (
        id uuid not null,
        slot_id uuid not null,
        side text not null,
        verdict text not null,
        handed_over_at timestamptz not null default forum.now(),
        audience text not null default 'joint',
        constraint pk_date_poll_verdict primary key (id),
        constraint uq_date_poll_verdict_slot_id_side unique (slot_id, side),
        constraint fk_date_poll_verdict_slot_id foreign key (slot_id) references forum.date_poll_slot (id),
        constraint ck_date_poll_verdict_side check (side in ('kr','jp')),
        constraint ck_date_poll_verdict_verdict check (verdict in ('possible','difficult','not_possible')),
        constraint ck_date_poll_verdict_audience check (${ownOrJoint})
      )`);
    // A side says its own word only, and nobody speaks for both.
    await runner.query(`select forum.secure_by_audience('forum.date_poll_verdict', held => '{kr,jp,joint}')`);
    await runner.query(`revoke insert, update on forum.date_poll_verdict from forum_joint`);
    for (const verb of ['insert', 'update'])
      await runner.query(`drop policy date_poll_verdict_joint_${verb} on forum.date_poll_verdict`);
    for (const side of ['kr', 'jp']) {
      const own = `(side = '${side}' and audience in ('${side}','joint'))`;
      await runner.query(`alter policy date_poll_verdict_${side}_insert on forum.date_poll_verdict with check ${own}`);
      await runner.query(
        `alter policy date_poll_verdict_${side}_update on forum.date_poll_verdict using ${own} with check ${own}`,
      );
    }

    // A hold ends by the clock alone: whoever reads compares expires_at with forum.now(), no job has to run.
    await runner.query(`
      create table forum.session_hold (
        id uuid not null,
        slot_id uuid not null,
        channel_id uuid not null,
        session_id uuid,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        zone text not null,
        placed_by_side text not null,
        placed_at timestamptz not null default forum.now(),
        expires_at timestamptz not null,
        released_at timestamptz,
        audience text not null default 'joint',
        constraint pk_session_hold primary key (id),
        constraint fk_session_hold_slot_id foreign key (slot_id) references forum.date_poll_slot (id),
        constraint fk_session_hold_channel_id foreign key (channel_id) references forum.channel (id),
        constraint fk_session_hold_session_id foreign key (session_id) references forum.session (id),
        constraint ck_session_hold_placed_by_side check (placed_by_side in ('kr','jp')),
        constraint ck_session_hold_period check (starts_at <= ends_at),
        constraint ck_session_hold_audience check (${shared})
      )`);
    await runner.query(
      `create unique index uq_session_hold_slot_id on forum.session_hold (slot_id) where released_at is null`,
    );
    await runner.query(`create index ix_session_hold_starts_at on forum.session_hold (starts_at)`);
    await runner.query(`select forum.secure_by_audience('forum.session_hold')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table forum.session_hold, forum.date_poll_verdict, forum.date_poll_answer, forum.date_poll_participant, forum.date_poll_slot, forum.date_poll`,
    );
  }
}

const shared = `audience in ('kr','jp','joint','business','public')`;
const ownOrJoint = `audience in ('kr','jp','joint')`;
const ownSide = `audience in ('kr','jp')`;
