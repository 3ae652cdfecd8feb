import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sections and breaks among the items, standing items, items carried over as links, what an item is about, comments, deferral by both,
 * and the release of what both signed (domain.md 3.6).
 */
export class ExtendAgenda1795000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.agenda_item
        add column kind text not null default 'item',
        add column standing text,
        add column carried_from_id uuid,
        add column deferred_in text,
        alter column title drop not null,
        alter column objective drop not null,
        drop constraint ck_agenda_item_minutes,
        add constraint ck_agenda_item_minutes check (case kind when 'section' then minutes = 0 when 'break' then minutes between 1 and 1440 else minutes between 1 and 480 end),
        add constraint ck_agenda_item_kind check (kind in ('item','section','break')),
        add constraint ck_agenda_item_kind_objective check ((kind = 'item') = (objective is not null)),
        add constraint ck_agenda_item_standing check (standing in (${standing})),
        add constraint ck_agenda_item_kind_standing check (standing is null or kind = 'item'),
        add constraint ck_agenda_item_words check (title is not null or carried_from_id is not null),
        add constraint ck_agenda_item_deferred_in check (deferred_in in ('preparation','session')),
        add constraint ck_agenda_item_deferred check ((state = 'deferred') = (deferred_in is not null)),
        add constraint fk_agenda_item_carried_from_id foreign key (carried_from_id) references forum.agenda_item (id)`);
    // Per audience: what a side prepares for itself never stands in the way of the other's.
    await runner.query(
      `create unique index uq_agenda_item_standing on forum.agenda_item (agenda_id, standing, audience) where standing is not null and state <> 'withdrawn'`,
    );
    await runner.query(
      `create unique index uq_agenda_item_carried_from_id on forum.agenda_item (agenda_id, carried_from_id, audience) where carried_from_id is not null and state <> 'withdrawn'`,
    );
    await runner.query(`create index ix_agenda_item_carried_from_id on forum.agenda_item (carried_from_id)`);

    await runner.query(`
      create table forum.agenda_item_link (
        id uuid not null,
        item_id uuid not null,
        kind text not null,
        target_id uuid not null,
        position integer not null,
        removed boolean not null default false,
        audience text not null,
        constraint pk_agenda_item_link primary key (id),
        constraint uq_agenda_item_link_item_id unique (item_id, kind, target_id),
        constraint fk_agenda_item_link_item_id foreign key (item_id) references forum.agenda_item (id),
        constraint ck_agenda_item_link_kind check (kind in ('commitment','radio_issue','action_item')),
        constraint ck_agenda_item_link_audience check (${audiences})
      )`);
    await runner.query(`create index ix_agenda_item_link_target_id on forum.agenda_item_link (target_id)`);
    await runner.query(`select forum.secure_by_audience('forum.agenda_item_link')`);

    // A side speaks for itself only, to itself or to both; what was said stays.
    await runner.query(`
      create table forum.agenda_comment (
        id uuid not null,
        item_id uuid not null,
        side text not null,
        post_id uuid,
        lang text not null,
        text text not null,
        audience text not null,
        created_at timestamptz not null default forum.now(),
        constraint pk_agenda_comment primary key (id),
        constraint fk_agenda_comment_item_id foreign key (item_id) references forum.agenda_item (id),
        constraint fk_agenda_comment_post_id foreign key (post_id) references forum.post (id),
        constraint ck_agenda_comment_side check (side in ('kr','jp')),
        constraint ck_agenda_comment_lang check (lang in ('ko','ja','en')),
        constraint ck_agenda_comment_audience check (audience in ('kr','jp','joint'))
      )`);
    await runner.query(`create index ix_agenda_comment_item_id on forum.agenda_comment (item_id, id)`);
    await runner.query(`select forum.secure_by_audience('forum.agenda_comment', '{insert}', held => '{kr,jp,joint}')`);
    await runner.query(`revoke insert on forum.agenda_comment from forum_joint`);
    await runner.query(`drop policy agenda_comment_joint_insert on forum.agenda_comment`);
    await runner.query(`revoke update on forum.agenda_comment from forum_worker`);
    for (const side of ['kr', 'jp']) {
      await runner.query(
        `alter policy agenda_comment_${side}_insert on forum.agenda_comment with check (side = '${side}' and audience in ('${side}','joint'))`,
      );
    }

    // Changed by two keys only; a channel without a row follows the product's own template.
    await runner.query(`
      create table forum.agenda_template (
        id uuid not null,
        channel_id uuid not null,
        content jsonb not null,
        audience text not null default 'joint',
        version integer not null default 1,
        updated_at timestamptz not null default forum.now(),
        constraint pk_agenda_template primary key (id),
        constraint uq_agenda_template_channel_id unique (channel_id),
        constraint fk_agenda_template_channel_id foreign key (channel_id) references forum.channel (id),
        constraint ck_agenda_template_audience check (audience = 'joint')
      )`);
    await runner.query(`select forum.secure_by_audience('forum.agenda_template', held => '{joint}')`);

    // A version never changes; who may read it may, once both keys stand on its very content (domain.md 3.15).
    await runner.query(`grant update (audience) on forum.agenda_version to forum_worker`);
    await runner.query(`
      create function forum.release_agenda_version(released_id uuid, released_to text) returns bigint
      language sql security definer set search_path = forum, pg_temp as $$
        with released as (
          update forum.agenda_version v set audience = released_to
           where v.id = released_id and released_to in ('business','public') and v.audience in ('joint','business')
             and 2 = (select count(*) from forum.key_turn k where k.subject_type = 'agenda' and k.subject_id = v.agenda_id
                       and k.content_hash = v.content_hash and k.cleared_at is null)
          returning 1)
        select count(*) from released
      $$`);
    await runner.query(`grant forum_worker to current_user`);
    await runner.query(`grant create on schema forum to forum_worker`);
    await runner.query(`alter function ${release} owner to forum_worker`);
    await runner.query(`revoke all on function ${release} from public`);
    await runner.query(`grant execute on function ${release} to forum_kr, forum_jp`);
    await runner.query(`revoke create on schema forum from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${release}`);
    await runner.query(`revoke update (audience) on forum.agenda_version from forum_worker`);
    await runner.query(`drop table forum.agenda_template, forum.agenda_comment, forum.agenda_item_link`);
    await runner.query(
      `drop index forum.uq_agenda_item_standing, forum.uq_agenda_item_carried_from_id, forum.ix_agenda_item_carried_from_id`,
    );
    // The older form knows items with words of their own only.
    await runner.query(`
      with recursive words as (
        select id, carried_from_id, title, description, id as carrier from forum.agenda_item where title is null
        union all
        select o.id, o.carried_from_id, o.title, o.description, w.carrier from forum.agenda_item o join words w on o.id = w.carried_from_id where w.title is null)
      update forum.agenda_item i set title = w.title, description = w.description from words w where w.carrier = i.id and w.title is not null`);
    await runner.query(`
      delete from forum.agenda_note n using forum.agenda_item i where i.id = n.item_id and i.kind <> 'item'`);
    await runner.query(`delete from forum.agenda_item where kind <> 'item'`);
    await runner.query(`
      alter table forum.agenda_item
        drop constraint ck_agenda_item_deferred,
        drop constraint ck_agenda_item_words,
        drop constraint ck_agenda_item_kind_standing,
        drop constraint ck_agenda_item_kind_objective,
        drop constraint ck_agenda_item_minutes,
        add constraint ck_agenda_item_minutes check (minutes between 1 and 480),
        alter column objective set not null,
        alter column title set not null,
        drop column deferred_in,
        drop column carried_from_id,
        drop column standing,
        drop column kind`);
  }
}

const release = 'forum.release_agenda_version(uuid, text)';
const audiences = `audience in ('kr','jp','joint','business','public')`;
const standing = `'opening','follow_up','policies_first','policies_second','issues','multilateral','other_business','next_meeting'`;
