import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Action items with their evidence and append-only history (domain.md 3.9). Overdue is computed, never stored. */
export class CreateActionItem1795000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.action_item (
        id uuid not null,
        code text,
        number text not null,
        series text not null,
        sequence integer not null,
        split_of text,
        session_id uuid,
        channel_id uuid,
        commitment_id uuid,
        title jsonb not null,
        owner_side text not null,
        owner_post_id uuid not null,
        due date not null,
        original_due date,
        state text not null,
        joint boolean not null,
        audience text not null,
        illustrative boolean not null default false,
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        constraint pk_action_item primary key (id),
        constraint uq_action_item_code unique (code),
        constraint uq_action_item_number unique (number),
        constraint fk_action_item_session_id foreign key (session_id) references forum.session (id),
        constraint fk_action_item_channel_id foreign key (channel_id) references forum.channel (id),
        constraint fk_action_item_commitment_id foreign key (commitment_id) references forum.commitment (id),
        constraint fk_action_item_owner_post_id foreign key (owner_post_id) references forum.post (id),
        constraint ck_action_item_owner_side check (owner_side in ('kr','jp')),
        constraint ck_action_item_state check (state in ('open','in_progress','blocked','done_claimed','done_confirmed','cancelled','superseded')),
        constraint ck_action_item_audience check (audience in ('kr','jp','joint','business','public')),
        constraint ck_action_item_sequence check (sequence > 0),
        constraint ck_action_item_version check (version > 0)
      )`);
    // Lists go by due date; what is unfinished is asked for most, so it has indexes of its own that stay small.
    await runner.query(`create index ix_action_item_due_id on forum.action_item (due, id)`);
    await runner.query(`create index ix_action_item_session_id on forum.action_item (session_id)`);
    await runner.query(`create index ix_action_item_commitment_id on forum.action_item (commitment_id)`);
    await runner.query(`create index ix_action_item_series on forum.action_item (series)`);
    await runner.query(
      `create index ix_action_item_owner_post_id_due_id on forum.action_item (owner_post_id, due, id)`,
    );
    await runner.query(`create index ix_action_item_owner_side_due_id on forum.action_item (owner_side, due, id)`);
    await runner.query(
      `create index ix_action_item_unfinished_post on forum.action_item (owner_post_id, due, id) where state in ('open','in_progress','blocked')`,
    );
    await runner.query(
      `create index ix_action_item_unfinished_side on forum.action_item (owner_side, due, id) where state in ('open','in_progress','blocked')`,
    );
    await runner.query(`select forum.secure_by_audience('forum.action_item')`);

    await runner.query(`
      create table forum.action_evidence (
        id uuid not null,
        action_item_id uuid not null,
        kind text not null,
        text jsonb,
        url text,
        side text not null,
        post_id uuid,
        audience text not null,
        at timestamptz not null default forum.now(),
        constraint pk_action_evidence primary key (id),
        constraint fk_action_evidence_action_item_id foreign key (action_item_id) references forum.action_item (id),
        constraint fk_action_evidence_post_id foreign key (post_id) references forum.post (id),
        constraint ck_action_evidence_kind check (kind in ('link','note','document','meeting')),
        constraint ck_action_evidence_side check (side in ('kr','jp')),
        constraint ck_action_evidence_audience check (audience in ('kr','jp','joint','business','public')),
        constraint ck_action_evidence_something check (text is not null or url is not null),
        constraint ck_action_evidence_url check (url ~ '^https?://')
      )`);
    await runner.query(
      `create index ix_action_evidence_action_item_id on forum.action_evidence (action_item_id, at, id)`,
    );
    await runner.query(`select forum.secure_by_audience('forum.action_evidence', '{insert}')`);

    await runner.query(`
      create table forum.action_event (
        id uuid not null,
        action_item_id uuid not null,
        event text not null,
        side text,
        post_id uuid,
        params jsonb not null default '{}',
        audience text not null,
        at timestamptz not null default forum.now(),
        constraint pk_action_event primary key (id),
        constraint fk_action_event_action_item_id foreign key (action_item_id) references forum.action_item (id),
        constraint fk_action_event_post_id foreign key (post_id) references forum.post (id),
        constraint ck_action_event_event check (event in ('recorded','started','doneClaimed','doneConfirmed','returned','dueExtended')),
        constraint ck_action_event_side check (side in ('kr','jp')),
        constraint ck_action_event_audience check (audience in ('kr','jp','joint','business','public'))
      )`);
    await runner.query(`create index ix_action_event_action_item_id on forum.action_event (action_item_id, at, id)`);
    await runner.query(`select forum.secure_by_audience('forum.action_event', '{insert}')`);
    // History and evidence are append-only, for every role.
    await runner.query(`revoke update on forum.action_event, forum.action_evidence from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table forum.action_event, forum.action_evidence, forum.action_item');
  }
}
