import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Channels come alive (domain.md 3.2): who proposed one and who suspended it, its version, cadence and hosting rule as values, what an
 * event refers to, the reason a side keeps for itself, and the monthly stall check with its suggestions.
 */
export class ExtendChannel1795000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.channel
        add column origin_side text,
        add column suspended_by text,
        add column cadence_months integer,
        add column hosting_rule text,
        add column version integer not null default 1,
        add column created_at timestamptz not null default forum.now(),
        add column updated_at timestamptz not null default forum.now(),
        add constraint ck_channel_origin_side check (origin_side in ('kr','jp')),
        add constraint ck_channel_suspended_by check (suspended_by is null or (suspended_by in ('kr','jp','both') and state = 'suspended')),
        add constraint ck_channel_cadence_months check (cadence_months between 1 and 120),
        add constraint ck_channel_hosting_rule check (hosting_rule in ('alternating','rotation','by_agreement'))`);

    // Who meets may change; who met stays on record.
    await runner.query(`alter table forum.channel_party add column ended boolean not null default false`);

    // Events of the record have words and sources. What happens on the desk has a type, a session, a text it rests on, and words only
    // where people gave them; its evidence is the desk itself.
    await runner.query(`
      alter table forum.channel_event
        alter column text drop not null,
        alter column evidence drop not null,
        add column side text,
        add column from_level text,
        add column session_id uuid,
        add column related_channel_id uuid,
        add column reference text,
        add column reference_kind text,
        drop constraint ck_channel_event_type,
        add constraint ck_channel_event_type check (type in (${types})),
        add constraint ck_channel_event_side check (side in ('kr','jp')),
        add constraint ck_channel_event_from_level check (from_level in (${levels})),
        add constraint ck_channel_event_reference_kind check (reference_kind in ('instrument','document','citation')),
        add constraint ck_channel_event_reference check ((reference is null) = (reference_kind is null)),
        add constraint ck_channel_event_told check (text is not null or evidence is null),
        add constraint fk_channel_event_related_channel_id foreign key (related_channel_id) references forum.channel (id)`);
    // A session is told of once, however often it is reported as held.
    await runner.query(
      `create unique index uq_channel_event_held on forum.channel_event (channel_id, session_id) where type in ('first_session','session_held','resumed')`,
    );

    // domain.md 3.2: the reason of a suspension by one side is that side's own.
    await runner.query(`
      create table forum.channel_private_reason (
        id uuid not null,
        event_id uuid not null,
        text jsonb not null,
        audience text not null,
        constraint pk_channel_private_reason primary key (id),
        constraint uq_channel_private_reason_event_id unique (event_id, audience),
        constraint fk_channel_private_reason_event_id foreign key (event_id) references forum.channel_event (id),
        constraint ck_channel_private_reason_audience check (audience in ('kr','jp'))
      )`);
    await runner.query(
      `select forum.secure_by_audience('forum.channel_private_reason', '{insert}', held => '{kr,jp}')`,
    );

    // domain.md 4: one suggestion per channel per quarter, made by the system, decided by people.
    await runner.query(`
      create table forum.stall_suggestion (
        id uuid not null,
        channel_id uuid not null,
        quarter text not null,
        last_held date not null,
        months integer not null,
        state text not null default 'open',
        decided_at timestamptz,
        decided_by_side text,
        decided_by_post_id uuid,
        audience text not null default 'joint',
        created_at timestamptz not null default forum.now(),
        constraint pk_stall_suggestion primary key (id),
        constraint uq_stall_suggestion_channel_id_quarter unique (channel_id, quarter),
        constraint fk_stall_suggestion_channel_id foreign key (channel_id) references forum.channel (id),
        constraint fk_stall_suggestion_decided_by_post_id foreign key (decided_by_post_id) references forum.post (id),
        constraint ck_stall_suggestion_quarter check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
        constraint ck_stall_suggestion_months check (months > 0),
        constraint ck_stall_suggestion_state check (state in ('open','confirmed','dismissed','outdated')),
        constraint ck_stall_suggestion_decided check ((state in ('confirmed','dismissed')) = (decided_at is not null)),
        constraint ck_stall_suggestion_decided_by_side check (decided_by_side in ('kr','jp')),
        constraint ck_stall_suggestion_audience check (audience = 'joint')
      )`);
    await runner.query(`select forum.secure_by_audience('forum.stall_suggestion', '{update}', held => '{joint}')`);

    // The months in which the check has run: the database, not the queue, decides whether one is due.
    await runner.query(`
      create table forum.stall_check (
        month text not null,
        suggested integer not null,
        checked_at timestamptz not null default forum.now(),
        constraint pk_stall_check primary key (month),
        constraint ck_stall_check_month check (month ~ '^[0-9]{4}-[0-9]{2}$')
      )`);
    await runner.query(`grant select, insert, update on forum.stall_check to forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.stall_check, forum.stall_suggestion, forum.channel_private_reason`);
    await runner.query(`drop index forum.uq_channel_event_held`);
    // What the record did not bring cannot be told in the older form.
    await runner.query(
      `delete from forum.channel_event where text is null or evidence is null or not type in (${olderTypes})`,
    );
    await runner.query(`
      alter table forum.channel_event
        drop constraint ck_channel_event_type,
        add constraint ck_channel_event_type check (type in (${olderTypes})),
        drop constraint ck_channel_event_told,
        drop column side,
        drop column from_level,
        drop column session_id,
        drop column related_channel_id,
        drop column reference,
        drop column reference_kind,
        alter column text set not null,
        alter column evidence set not null`);
    await runner.query(`alter table forum.channel_party drop column ended`);
    await runner.query(`
      alter table forum.channel
        drop column origin_side,
        drop column suspended_by,
        drop column cadence_months,
        drop column hosting_rule,
        drop column version,
        drop column created_at,
        drop column updated_at`);
  }
}

const levels = `'expert','division','dg','vice_minister','minister','summit','local','private'`;
const olderTypes = `'proposed','intent_announced','reported','agreed','first_session','session_held','renamed','elevated','lowered','spawned','stalled','suspended','resumption_proposed','resumption_announced','resumed','milestone','concluded'`;
const types = `${olderTypes},'stall_withdrawn','superseded','withdrawn'`;
