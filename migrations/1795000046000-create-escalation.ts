import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What one level cannot settle rises to the next session of a higher one (domain.md 3.10, 1.4): a case of the radio register, an agenda
 * item that was put off, an action item. Drafted by one side for itself, with a summary in three languages; every step is kept.
 */
export class CreateEscalation1795000046000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The matter is linked and never copied; of which table it is says its kind.
    await runner.query(`
      create table forum.escalation (
        id uuid not null,
        origin_side text not null,
        matter_kind text not null,
        matter_id uuid not null,
        from_channel_id uuid,
        from_level text not null,
        to_channel_id uuid,
        to_level text not null,
        itu_articles integer[] not null default '{}',
        session_id uuid,
        item_id uuid,
        title jsonb not null,
        summary jsonb not null,
        request jsonb not null,
        outcome jsonb,
        state text not null default 'draft',
        raised_at timestamptz,
        decided_at timestamptz,
        audience text not null,
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        constraint pk_escalation primary key (id),
        constraint fk_escalation_from_channel_id foreign key (from_channel_id) references forum.channel (id),
        constraint fk_escalation_to_channel_id foreign key (to_channel_id) references forum.channel (id),
        constraint fk_escalation_session_id foreign key (session_id) references forum.session (id),
        constraint fk_escalation_item_id foreign key (item_id) references forum.agenda_item (id),
        constraint ck_escalation_origin_side check (origin_side in ('kr','jp')),
        constraint ck_escalation_matter_kind check (matter_kind in ('radio_issue','agenda_item','action_item')),
        constraint ck_escalation_from_level check (from_level in (${levels})),
        constraint ck_escalation_to_level check (to_level in (${levels})),
        constraint ck_escalation_state check (state in ('draft','raised','accepted','refused','returned','settled','withdrawn')),
        constraint ck_escalation_audience check (audience in ('kr','jp','joint'))
      )`);
    await runner.query(`create index ix_escalation_matter_id on forum.escalation (matter_id)`);
    await runner.query(`create index ix_escalation_session_id on forum.escalation (session_id)`);
    await runner.query(`create index ix_escalation_to_channel_id on forum.escalation (to_channel_id)`);
    await runner.query(`select forum.secure_by_audience('forum.escalation', held => '{kr,jp,joint}')`);

    // From the day a matter rises; what is drafted leaves no trace here. Never rewritten, by nobody.
    await runner.query(`
      create table forum.escalation_event (
        id uuid not null,
        escalation_id uuid not null,
        kind text not null,
        side text,
        post_id uuid,
        level text,
        channel_id uuid,
        session_id uuid,
        reason text,
        at timestamptz not null default forum.now(),
        audience text not null default 'joint',
        constraint pk_escalation_event primary key (id),
        constraint fk_escalation_event_escalation_id foreign key (escalation_id) references forum.escalation (id),
        constraint fk_escalation_event_post_id foreign key (post_id) references forum.post (id),
        constraint fk_escalation_event_channel_id foreign key (channel_id) references forum.channel (id),
        constraint fk_escalation_event_session_id foreign key (session_id) references forum.session (id),
        constraint ck_escalation_event_kind check (kind in ('raised','placed','accepted','refused','returned','settled','withdrawn')),
        constraint ck_escalation_event_side check (side in ('kr','jp')),
        constraint ck_escalation_event_level check (level in (${levels})),
        constraint ck_escalation_event_audience check (audience = 'joint')
      )`);
    await runner.query(`create index ix_escalation_event_escalation_id on forum.escalation_event (escalation_id, id)`);
    await runner.query(`select forum.secure_by_audience('forum.escalation_event', '{insert}', held => '{joint}')`);
    await runner.query(`revoke update on forum.escalation_event from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.escalation_event, forum.escalation`);
  }
}

const levels = `'experts','division','director_general','vice_minister','minister','itu_procedure'`;
