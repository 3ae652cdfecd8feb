import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an action item still lacked of domain.md 3.9: where it came from, deputy, supporting bodies, priority, what blocks it, what took
 * its place; and beside it what only its own side reads, a channel's rule of silence, and who took a post's items over.
 */
export class ExtendActionItem1795000043000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.action_item
        add column deputy_post_id uuid,
        add column supporting_body_ids uuid[] not null default '{}',
        add column priority text not null default 'normal',
        add column origin_kind text not null default 'session',
        add column origin_id uuid,
        add column expected_on date,
        add column claimed_at timestamptz,
        add column answer_until date,
        add column superseded_by_id uuid,
        add constraint fk_action_item_deputy_post_id foreign key (deputy_post_id) references forum.post (id),
        add constraint fk_action_item_superseded_by_id foreign key (superseded_by_id) references forum.action_item (id),
        add constraint ck_action_item_deputy_post_id check (deputy_post_id <> owner_post_id),
        add constraint ck_action_item_priority check (priority in ('high','normal','low')),
        add constraint ck_action_item_origin_kind check (origin_kind in ('session','agenda_item','commitment','record_paragraph','radio_issue','other')),
        add constraint ck_action_item_origin_id check ((origin_kind in ('session','other')) = (origin_id is null)),
        add constraint ck_action_item_expected_on check (expected_on is null or state = 'blocked'),
        add constraint ck_action_item_answer_until check (answer_until is null or (state = 'done_claimed' and joint)),
        add constraint ck_action_item_superseded_by_id check (superseded_by_id is null or (state = 'superseded' and superseded_by_id <> id))`);
    await runner.query(
      `create index ix_action_item_unfinished_due on forum.action_item (due, id) where state in ('open','in_progress','blocked')`,
    );
    await runner.query(
      `create index ix_action_item_unfinished_deputy on forum.action_item (deputy_post_id, due, id) where state in ('open','in_progress','blocked')`,
    );
    await runner.query(
      `create index ix_action_item_silent on forum.action_item (answer_until, id) where answer_until is not null`,
    );
    await runner.query(
      `create index ix_action_item_origin on forum.action_item (origin_id, id) where origin_id is not null`,
    );
    await this.allow(runner, [...before, ...added]);

    // Comments and reasons are written for the own side alone (domain.md 3.9: never internal comments), and never rewritten.
    await runner.query(`
      create table forum.action_comment (
        id uuid not null,
        action_item_id uuid not null,
        kind text not null,
        text jsonb not null,
        post_id uuid,
        audience text not null,
        at timestamptz not null default forum.now(),
        constraint pk_action_comment primary key (id),
        constraint fk_action_comment_action_item_id foreign key (action_item_id) references forum.action_item (id),
        constraint fk_action_comment_post_id foreign key (post_id) references forum.post (id),
        constraint ck_action_comment_kind check (kind in ('comment','block_reason')),
        constraint ck_action_comment_audience check (audience in ('kr','jp'))
      )`);
    await runner.query(
      `create index ix_action_comment_action_item_id on forum.action_comment (action_item_id, at, id)`,
    );
    await runner.query(`select forum.secure_by_audience('forum.action_comment', '{insert}', '{kr,jp}')`);

    // No row, or no number of days: only the other side confirms.
    await runner.query(`
      create table forum.channel_action_rule (
        id uuid not null,
        channel_id uuid not null,
        silence_days integer,
        audience text not null,
        updated_at timestamptz not null default forum.now(),
        constraint pk_channel_action_rule primary key (id),
        constraint uq_channel_action_rule_channel_id unique (channel_id),
        constraint fk_channel_action_rule_channel_id foreign key (channel_id) references forum.channel (id),
        constraint ck_channel_action_rule_silence_days check (silence_days between 1 and 60),
        constraint ck_channel_action_rule_audience check (audience = 'joint')
      )`);
    await runner.query(`select forum.secure_by_audience('forum.channel_action_rule', '{insert,update}', '{joint}')`);

    // What a new holder took over, and when; a side's own affair.
    await runner.query(`
      create table forum.action_handover (
        id uuid not null,
        post_id uuid not null,
        holder_id uuid not null,
        item_ids uuid[] not null,
        audience text not null,
        acknowledged_at timestamptz not null default forum.now(),
        constraint pk_action_handover primary key (id),
        constraint uq_action_handover_holder_id unique (holder_id),
        constraint fk_action_handover_post_id foreign key (post_id) references forum.post (id),
        constraint fk_action_handover_holder_id foreign key (holder_id) references forum.post_holder (id),
        constraint ck_action_handover_audience check (audience in ('kr','jp'))
      )`);
    await runner.query(`create index ix_action_handover_post_id on forum.action_handover (post_id)`);
    await runner.query(`select forum.secure_by_audience('forum.action_handover', '{insert}', '{kr,jp}')`);
    await runner.query(`revoke update on forum.action_comment, forum.action_handover from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table forum.action_handover, forum.channel_action_rule, forum.action_comment');
    await runner.query(`delete from forum.action_event where event = any ($1)`, [added]);
    await this.allow(runner, before);
    await runner.query(`
      alter table forum.action_item
        drop column deputy_post_id, drop column supporting_body_ids, drop column priority, drop column origin_kind, drop column origin_id,
        drop column expected_on, drop column claimed_at, drop column answer_until, drop column superseded_by_id`);
    await runner.query(`drop index if exists forum.ix_action_item_unfinished_due`);
  }

  private async allow(runner: QueryRunner, events: readonly string[]): Promise<void> {
    await runner.query(`alter table forum.action_event drop constraint ck_action_event_event`);
    await runner.query(
      `alter table forum.action_event add constraint ck_action_event_event check (event in (${events.map((one) => `'${one}'`).join(',')}))`,
    );
  }
}

const before = ['recorded', 'started', 'doneClaimed', 'doneConfirmed', 'returned', 'dueExtended'];
const added = ['blocked', 'unblocked', 'reassigned', 'detailsChanged', 'cancelled', 'superseded', 'confirmedBySilence'];
