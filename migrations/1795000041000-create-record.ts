import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Texts that come out of a session (domain.md 3.7): summary record, agreed minutes, statements, releases. Paragraph by paragraph in
 * three languages, each side's clearance, what was exchanged or signed as versions that never change, and what a channel agreed on
 * about releases of one side.
 */
export class CreateRecord1795000041000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.record (
        id uuid not null,
        session_id uuid not null,
        origin_side text not null,
        kind text not null,
        title jsonb not null,
        state text not null default 'drafting',
        for_signature boolean not null,
        ad_referendum boolean not null default false,
        authentic_languages text[] not null default '{}',
        prevailing_language text,
        annex_of_id uuid,
        corrigendum_of_id uuid,
        corrigendum_number integer,
        signed_on date,
        signing_place text,
        kr_signatory_post_id uuid,
        jp_signatory_post_id uuid,
        confirmed_at timestamptz,
        not_public boolean not null default false,
        shared_at timestamptz,
        shown_at timestamptz,
        withdrawn_at timestamptz,
        release_at timestamptz,
        released_at timestamptz,
        illustrative boolean not null default false,
        audience text not null,
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        constraint pk_record primary key (id),
        constraint uq_record_corrigendum unique (corrigendum_of_id, corrigendum_number),
        constraint fk_record_session_id foreign key (session_id) references forum.session (id),
        constraint fk_record_annex_of_id foreign key (annex_of_id) references forum.record (id),
        constraint fk_record_corrigendum_of_id foreign key (corrigendum_of_id) references forum.record (id),
        constraint fk_record_kr_signatory_post_id foreign key (kr_signatory_post_id) references forum.post (id),
        constraint fk_record_jp_signatory_post_id foreign key (jp_signatory_post_id) references forum.post (id),
        constraint ck_record_origin_side check (origin_side in ('kr','jp')),
        constraint ck_record_kind check (kind in (${kinds})),
        constraint ck_record_state check (state in (${states})),
        constraint ck_record_prevailing_language check (prevailing_language in ('ko','ja','en')),
        constraint ck_record_prevailing check (prevailing_language is null or prevailing_language = any (authentic_languages)),
        constraint ck_record_corrigendum_number check (corrigendum_number >= 1),
        constraint ck_record_released_at check (released_at is null or audience = 'public'),
        constraint ck_record_audience check (${audiences})
      )`);
    await runner.query(`create index ix_record_session_id on forum.record (session_id, id)`);
    await runner.query(
      `create index ix_record_release_at on forum.record (release_at) where release_at is not null and released_at is null`,
    );
    await runner.query(`select forum.secure_by_audience('forum.record')`);

    // A paragraph has the readers of its record. What is taken out stays, marked as removed.
    await runner.query(`
      create table forum.record_paragraph (
        id uuid not null,
        record_id uuid not null,
        position integer not null,
        kind text not null,
        text jsonb not null,
        agenda_item_id uuid,
        corrects_id uuid,
        removed_at timestamptz,
        audience text not null,
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        constraint pk_record_paragraph primary key (id),
        constraint fk_record_paragraph_record_id foreign key (record_id) references forum.record (id),
        constraint fk_record_paragraph_agenda_item_id foreign key (agenda_item_id) references forum.agenda_item (id),
        constraint fk_record_paragraph_corrects_id foreign key (corrects_id) references forum.record_paragraph (id),
        constraint ck_record_paragraph_kind check (kind in ('heading','paragraph','decision','signature_block')),
        constraint ck_record_paragraph_audience check (${audiences})
      )`);
    await runner.query(
      `create index ix_record_paragraph_record_id on forum.record_paragraph (record_id, position) where removed_at is null`,
    );
    await runner.query(`create index ix_record_paragraph_agenda_item_id on forum.record_paragraph (agenda_item_id)`);
    await runner.query(`select forum.secure_by_audience('forum.record_paragraph')`);

    // What a side says of its own clearance, and of nobody else's: written once, ended by whoever changes the text (domain.md 3.7).
    await runner.query(`
      create table forum.record_clearance (
        id uuid not null,
        record_id uuid not null,
        side text not null,
        state text not null,
        content_hash text not null,
        at timestamptz not null default forum.now(),
        ended_at timestamptz,
        audience text not null,
        constraint pk_record_clearance primary key (id),
        constraint fk_record_clearance_record_id foreign key (record_id) references forum.record (id),
        constraint ck_record_clearance_side check (side in ('kr','jp')),
        constraint ck_record_clearance_state check (state in ('in_clearance','cleared')),
        constraint ck_record_clearance_content_hash check (content_hash ~ '^[0-9a-f]{64}$'),
        constraint ck_record_clearance_audience check (audience in ('kr','jp','joint'))
      )`);
    await runner.query(
      `create unique index uq_record_clearance_standing on forum.record_clearance (record_id, side) where ended_at is null`,
    );
    await runner.query(`select forum.secure_by_audience('forum.record_clearance', held => '{kr,jp,joint}')`);
    await runner.query(
      `revoke insert, update on forum.record_clearance from forum_kr, forum_jp, forum_joint, forum_worker`,
    );
    await runner.query(`drop policy record_clearance_joint_insert on forum.record_clearance`);
    for (const side of ['kr', 'jp']) {
      await runner.query(`grant insert on forum.record_clearance to forum_${side}`);
      await runner.query(
        `alter policy record_clearance_${side}_insert on forum.record_clearance with check (side = '${side}' and audience in ('${side}','joint') and ended_at is null)`,
      );
    }
    await runner.query(
      `grant update (ended_at) on forum.record_clearance to forum_kr, forum_jp, forum_joint, forum_worker`,
    );

    // The chain of posts behind it is its side's alone.
    await runner.query(`
      create table forum.record_clearance_step (
        id uuid not null,
        clearance_id uuid not null,
        position integer not null,
        post_id uuid not null,
        state text not null default 'waiting',
        note text,
        decided_at timestamptz,
        audience text not null,
        constraint pk_record_clearance_step primary key (id),
        constraint uq_record_clearance_step_clearance_id_position unique (clearance_id, position),
        constraint fk_record_clearance_step_clearance_id foreign key (clearance_id) references forum.record_clearance (id),
        constraint fk_record_clearance_step_post_id foreign key (post_id) references forum.post (id),
        constraint ck_record_clearance_step_state check (state in ('waiting','passed','returned')),
        constraint ck_record_clearance_step_audience check (audience in ('kr','jp'))
      )`);
    await runner.query(`select forum.secure_by_audience('forum.record_clearance_step', held => '{kr,jp}')`);

    await runner.query(`
      create table forum.record_version (
        id uuid not null,
        record_id uuid not null,
        number integer not null,
        content_hash text not null,
        content jsonb not null,
        occasion text not null,
        made_by_side text,
        created_at timestamptz not null default forum.now(),
        audience text not null default 'joint',
        constraint pk_record_version primary key (id),
        constraint uq_record_version_record_id_number unique (record_id, number),
        constraint fk_record_version_record_id foreign key (record_id) references forum.record (id),
        constraint ck_record_version_content_hash check (content_hash ~ '^[0-9a-f]{64}$'),
        constraint ck_record_version_occasion check (occasion in ('exchange','proposal','translation','key')),
        constraint ck_record_version_made_by_side check (made_by_side in ('kr','jp')),
        constraint ck_record_version_audience check (audience = 'joint')
      )`);
    await runner.query(`select forum.secure_by_audience('forum.record_version', '{insert}', held => '{joint}')`);
    await runner.query(`revoke update on forum.record_version from forum_worker`);

    await runner.query(`
      create table forum.channel_record_rule (
        id uuid not null,
        channel_id uuid not null,
        show_hours integer,
        audience text not null default 'joint',
        version integer not null default 1,
        updated_at timestamptz not null default forum.now(),
        constraint pk_channel_record_rule primary key (id),
        constraint uq_channel_record_rule_channel_id unique (channel_id),
        constraint fk_channel_record_rule_channel_id foreign key (channel_id) references forum.channel (id),
        constraint ck_channel_record_rule_show_hours check (show_hours between 1 and 720),
        constraint ck_channel_record_rule_audience check (audience = 'joint')
      )`);
    await runner.query(`select forum.secure_by_audience('forum.channel_record_rule', held => '{joint}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `delete from forum.key_turn k using forum.proposal p where k.subject_type = 'proposal' and k.subject_id = p.id and p.subject_type = 'record'`,
    );
    await runner.query(`delete from forum.proposal where subject_type = 'record' or kind = 'channel.record-rules'`);
    await runner.query(`delete from forum.key_turn where subject_type = 'record'`);
    await runner.query(
      `drop table forum.channel_record_rule, forum.record_version, forum.record_clearance_step, forum.record_clearance, forum.record_paragraph, forum.record`,
    );
  }
}

const audiences = `audience in ('kr','jp','joint','business','public')`;
const kinds = `'summary_record','agreed_minutes','joint_statement','joint_press_release','unilateral_press_release','mou','agency_arrangement','annex'`;
const states = `'drafting','exchanged','in_negotiation','agreed_ad_referendum','final','signed','adopted','released','archived','withdrawn'`;
