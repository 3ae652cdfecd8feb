import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Channels with their names per side and in time, their append-only history, topics, and the events around them (domain.md 3.2, 3.14). */
export class CreateChannel1795000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.topic (
        id uuid not null,
        code text not null,
        position integer not null,
        name jsonb not null,
        source_codes text[] not null default '{}',
        constraint pk_topic primary key (id),
        constraint uq_topic_code unique (code)
      )`);
    await runner.query(`select forum.secure_shared('forum.topic')`);

    await runner.query(`
      create table forum.channel (
        id uuid not null,
        code text not null,
        position integer not null,
        name jsonb not null,
        state text not null,
        nominal_level text not null,
        cadence jsonb,
        hosting text,
        note text,
        parent_id uuid,
        derived_from_id uuid,
        distinct_from_codes text[] not null default '{}',
        topic_codes text[] not null default '{}',
        source_codes text[] not null default '{}',
        illustrative boolean not null default false,
        audience text not null,
        constraint pk_channel primary key (id),
        constraint uq_channel_code unique (code),
        constraint fk_channel_parent_id foreign key (parent_id) references forum.channel (id),
        constraint fk_channel_derived_from_id foreign key (derived_from_id) references forum.channel (id),
        constraint ck_channel_state check (state in ('proposed','agreed','active','stalled','suspended','concluded','superseded','withdrawn','unknown')),
        constraint ck_channel_nominal_level check (nominal_level in (${levels})),
        constraint ck_channel_audience check (${audiences})
      )`);
    await runner.query(`select forum.secure_by_audience('forum.channel')`);

    // domain.md 1.1: names are kept per side, per language, with the days they hold. Both ends are included; an empty end is open.
    await runner.query(`
      create table forum.channel_name (
        id uuid not null,
        code text not null,
        channel_id uuid not null,
        position integer not null,
        side text,
        language text not null,
        text text not null,
        kind text not null,
        valid_from date,
        valid_to date,
        source_codes text[] not null default '{}',
        audience text not null,
        constraint pk_channel_name primary key (id),
        constraint uq_channel_name_code unique (code),
        constraint fk_channel_name_channel_id foreign key (channel_id) references forum.channel (id),
        constraint ck_channel_name_side check (side in ('kr','jp')),
        constraint ck_channel_name_language check (language in ('ko','ja','en')),
        constraint ck_channel_name_kind check (kind in ('official_kr','official_jp','press','translation','seed')),
        constraint ck_channel_name_period check (valid_to is null or valid_from is null or valid_from <= valid_to),
        constraint ck_channel_name_audience check (${audiences})
      )`);
    await runner.query(`create index ix_channel_name_channel_id on forum.channel_name (channel_id)`);
    await runner.query(`select forum.secure_by_audience('forum.channel_name')`);

    await runner.query(`
      create table forum.channel_party (
        id uuid not null,
        code text not null,
        channel_id uuid not null,
        position integer not null,
        body_id uuid,
        plain text,
        audience text not null,
        constraint pk_channel_party primary key (id),
        constraint uq_channel_party_code unique (code),
        constraint fk_channel_party_channel_id foreign key (channel_id) references forum.channel (id),
        constraint fk_channel_party_body_id foreign key (body_id) references forum.body (id),
        constraint ck_channel_party_one check ((body_id is null) <> (plain is null)),
        constraint ck_channel_party_audience check (${audiences})
      )`);
    await runner.query(`create index ix_channel_party_channel_id on forum.channel_party (channel_id)`);
    await runner.query(`select forum.secure_by_audience('forum.channel_party')`);

    await runner.query(`
      create table forum.channel_event (
        id uuid not null,
        code text not null,
        channel_id uuid not null,
        position integer not null,
        type text not null,
        date_value text not null,
        date_precision text not null,
        date_end date,
        sort_date date not null,
        text jsonb not null,
        level text,
        note text,
        person_codes text[] not null default '{}',
        body_codes text[] not null default '{}',
        source_codes text[] not null,
        evidence text not null,
        audience text not null,
        constraint pk_channel_event primary key (id),
        constraint uq_channel_event_code unique (code),
        constraint fk_channel_event_channel_id foreign key (channel_id) references forum.channel (id),
        constraint ck_channel_event_type check (type in ('proposed','intent_announced','reported','agreed','first_session','session_held','renamed','elevated','lowered','spawned','stalled','suspended','resumption_proposed','resumption_announced','resumed','milestone','concluded')),
        constraint ck_channel_event_date_precision check (date_precision in ('year','month','day')),
        constraint ck_channel_event_level check (level in (${levels})),
        constraint ck_channel_event_evidence check (evidence in ('seed','web','cross_verified','derived')),
        constraint ck_channel_event_audience check (${audiences})
      )`);
    await runner.query(
      `create index ix_channel_event_channel_id_sort_date on forum.channel_event (channel_id, sort_date, position)`,
    );
    // Events are appended, never changed (domain.md 3.2); only the import may correct what its file corrected.
    await runner.query(`select forum.secure_by_audience('forum.channel_event', '{insert}')`);

    // domain.md 3.14 and 7: sensitive, attributed, never on public pages.
    await runner.query(`
      create table forum.context_event (
        id uuid not null,
        code text not null,
        date_value text not null,
        date_precision text not null,
        sort_date date not null,
        text jsonb not null,
        wording jsonb,
        attribution text not null,
        sensitivity text not null,
        source_codes text[] not null,
        evidence text not null,
        audience text not null default 'joint',
        constraint pk_context_event primary key (id),
        constraint uq_context_event_code unique (code),
        constraint ck_context_event_date_precision check (date_precision in ('year','month','day')),
        constraint ck_context_event_sensitivity check (sensitivity in ('low','medium','high')),
        constraint ck_context_event_evidence check (evidence in ('seed','web','cross_verified','derived')),
        constraint ck_context_event_audience check (audience in ('kr','jp','joint'))
      )`);
    await runner.query(`select forum.secure_by_audience('forum.context_event', held => '{kr,jp,joint}')`);

    // The names a reader of a side sees, one per language, as a LocalizedText: the side's own first, then one both use, then the other
    // side's; names of today before older ones. A form that an official text used is authentic, any other checked.
    await runner.query(`
      create function forum.channel_name_for(channel uuid, viewer text) returns jsonb language sql stable as $$
        select jsonb_build_object('source', c.name ->> 'source', 'revision', 1) || coalesce((
          select jsonb_object_agg(best.language, jsonb_build_object('text', best.text, 'of', 1, 'status', case when best.kind like 'official%' then 'authentic' else 'checked' end))
            from (select distinct on (n.language) n.language, n.text, n.kind
                    from forum.channel_name n, (select forum.today(forum.zone_of(viewer)) as day) t
                   where n.channel_id = c.id
                   order by n.language,
                            (coalesce(n.valid_from, '-infinity'::date) <= t.day and coalesce(n.valid_to, 'infinity'::date) >= t.day) desc,
                            (n.side is not distinct from viewer) desc, (n.side is null) desc, (n.kind <> 'seed') desc, n.valid_from desc nulls last, n.position) best), c.name)
          from forum.channel c where c.id = channel $$`);
    // The same in one language, as a TextView with its real language.
    await runner.query(`
      create function forum.channel_title(channel uuid, viewer text, lang text) returns jsonb language sql stable as $$
        select (name -> shown.lang) || jsonb_build_object('lang', shown.lang, 'revision', 1, 'stale', false)
               || case when shown.lang = lang then '{}'::jsonb else '{"status": "missing", "of": 0}'::jsonb end
          from forum.channel_name_for(channel, viewer) as name, lateral (select case when name ? lang then lang else name ->> 'source' end as lang) shown $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function forum.channel_title(uuid, text, text), forum.channel_name_for(uuid, text)`);
    await runner.query(
      `drop table forum.context_event, forum.channel_event, forum.channel_party, forum.channel_name, forum.channel, forum.topic`,
    );
  }
}

const levels = `'expert','division','dg','vice_minister','minister','summit','local','private'`;
const audiences = `audience in ('kr','jp','joint','business','public')`;
