import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Meetings of other organisations become something both sides work on: meetings of their own, agenda items with a position of each side,
 * contributions with the organisation's deadline, and support for candidates (domain.md 3.13). What the record tells stays as it is.
 */
export class CoordinateMultilateralMeetings1795000047000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A meeting that a side adds has no place in the record's order, no code and no source.
    await runner.query(`
      alter table forum.multilateral_meeting
        alter column code drop not null,
        alter column position drop not null,
        alter column body_id drop not null,
        alter column evidence drop not null,
        alter column source_codes set default '{}',
        add column forum text,
        add column zone text,
        add column origin_side text,
        add column version integer not null default 1,
        add column created_at timestamptz not null default forum.now(),
        add column updated_at timestamptz not null default forum.now(),
        add constraint ck_multilateral_meeting_forum check (forum in ('itu','apt','apec','asem','wto','oecd','g20')),
        add constraint ck_multilateral_meeting_origin_side check (origin_side in ('kr','jp'))`);

    await runner.query(`
      create table forum.multilateral_item (
        id uuid not null,
        meeting_id uuid not null,
        origin_side text not null,
        number text,
        title jsonb not null,
        state text not null default 'draft',
        common_line text not null default 'none',
        line_text jsonb,
        audience text not null,
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        constraint pk_multilateral_item primary key (id),
        constraint fk_multilateral_item_meeting_id foreign key (meeting_id) references forum.multilateral_meeting (id),
        constraint ck_multilateral_item_origin_side check (origin_side in ('kr','jp')),
        constraint ck_multilateral_item_state check (state in ('draft','exchanged','withdrawn')),
        constraint ck_multilateral_item_common_line check (common_line in ('none','exchanged','aligned','joint_contribution','opposed')),
        constraint ck_multilateral_item_audience check (${audiences})
      )`);
    await runner.query(`create index ix_multilateral_item_meeting_id on forum.multilateral_item (meeting_id, id)`);

    // One draft and one standing position per side and item; what a later exchange replaced is kept.
    await runner.query(`
      create table forum.multilateral_position (
        id uuid not null,
        item_id uuid not null,
        side text not null,
        text jsonb not null,
        exchanged_at timestamptz,
        replaced_at timestamptz,
        audience text not null,
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        constraint pk_multilateral_position primary key (id),
        constraint fk_multilateral_position_item_id foreign key (item_id) references forum.multilateral_item (id),
        constraint ck_multilateral_position_side check (side in ('kr','jp')),
        constraint ck_multilateral_position_audience check (${audiences})
      )`);
    await runner.query(
      `create unique index uq_multilateral_position_draft on forum.multilateral_position (item_id, side) where exchanged_at is null`,
    );
    await runner.query(`create index ix_multilateral_position_item_id on forum.multilateral_position (item_id, id)`);

    // The deadline is the organisation's own, an instant with the zone it is counted in (domain.md 5: Geneva has summer time).
    await runner.query(`
      create table forum.multilateral_contribution (
        id uuid not null,
        meeting_id uuid not null,
        item_id uuid,
        origin_side text not null,
        title jsonb not null,
        joint boolean not null default false,
        zone text not null,
        due_at timestamptz not null,
        symbol text,
        url text,
        state text not null default 'draft',
        submitted_at timestamptz,
        audience text not null,
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        constraint pk_multilateral_contribution primary key (id),
        constraint fk_multilateral_contribution_meeting_id foreign key (meeting_id) references forum.multilateral_meeting (id),
        constraint fk_multilateral_contribution_item_id foreign key (item_id) references forum.multilateral_item (id),
        constraint ck_multilateral_contribution_origin_side check (origin_side in ('kr','jp')),
        constraint ck_multilateral_contribution_state check (state in ('draft','shared','submitted','withdrawn')),
        constraint ck_multilateral_contribution_audience check (${audiences})
      )`);
    await runner.query(
      `create index ix_multilateral_contribution_meeting_id on forum.multilateral_contribution (meeting_id, id)`,
    );

    // Always restricted (domain.md 3.13): never beyond the two sides, and not for readers without a side.
    await runner.query(`
      create table forum.multilateral_support (
        id uuid not null,
        meeting_id uuid not null,
        origin_side text not null,
        office jsonb not null,
        candidate text not null,
        note jsonb,
        state text not null default 'draft',
        answer jsonb,
        answered_at timestamptz,
        audience text not null,
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        constraint pk_multilateral_support primary key (id),
        constraint fk_multilateral_support_meeting_id foreign key (meeting_id) references forum.multilateral_meeting (id),
        constraint ck_multilateral_support_origin_side check (origin_side in ('kr','jp')),
        constraint ck_multilateral_support_state check (state in ('draft','asked','supported','declined','withdrawn')),
        constraint ck_multilateral_support_audience check (${audiences})
      )`);
    await runner.query(
      `create index ix_multilateral_support_meeting_id on forum.multilateral_support (meeting_id, id)`,
    );
    for (const table of ['item', 'position', 'contribution', 'support'])
      await runner.query(`select forum.secure_by_audience('forum.multilateral_${table}', held => '{kr,jp,joint}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table forum.multilateral_support, forum.multilateral_contribution, forum.multilateral_position, forum.multilateral_item`,
    );
    // The older form knows the record's meetings only.
    await runner.query(`delete from forum.multilateral_meeting where code is null`);
    await runner.query(`
      alter table forum.multilateral_meeting
        drop column forum,
        drop column zone,
        drop column origin_side,
        drop column version,
        drop column created_at,
        drop column updated_at,
        alter column source_codes drop default,
        alter column evidence set not null,
        alter column body_id set not null,
        alter column position set not null,
        alter column code set not null`);
  }
}

const audiences = `audience in ('kr','jp','joint')`;
