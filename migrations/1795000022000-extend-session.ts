import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sessions from the first idea to the end (domain.md 3.3): who thought of one, what it is held in the margins of, who stopped it and why,
 * when the press may write, who pays; one count per side and channel; and the programme of the days.
 */
export class ExtendSession1795000022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.session
        add column origin_side text,
        add column margins_of_session_id uuid,
        add column margins_of_text jsonb,
        add column same_host_again boolean not null default false,
        add column stopped_reason jsonb,
        add column stopped_by_side text,
        add column stopped_at timestamptz,
        add column closed_at timestamptz,
        add column embargo_at timestamptz,
        add column cost_split jsonb,
        add constraint fk_session_margins_of_session_id foreign key (margins_of_session_id) references forum.session (id),
        add constraint ck_session_origin_side check (origin_side in ('kr','jp')),
        add constraint ck_session_stopped_by_side check (stopped_by_side in ('kr','jp')),
        add constraint ck_session_margins_of check (margins_of_session_id is null or margins_of_session_id <> id)`);
    // A number is taken while its session stands; cancelling frees it (domain.md 3.3).
    for (const side of ['kr', 'jp'])
      await runner.query(
        `create unique index uq_session_ordinal_${side} on forum.session (channel_id, ordinal_${side}) where ordinal_${side} is not null and state <> 'cancelled'`,
      );

    // Times are clock times of the venue on the n-th day, so a moved session takes its programme along.
    await runner.query(`
      create table forum.session_programme_item (
        id uuid not null,
        session_id uuid not null,
        kind text not null,
        day integer not null default 1,
        start_time time,
        end_time time,
        title jsonb not null,
        place jsonb,
        removed_at timestamptz,
        audience text not null,
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        constraint pk_session_programme_item primary key (id),
        constraint fk_session_programme_item_session_id foreign key (session_id) references forum.session (id),
        constraint ck_session_programme_item_kind check (kind in ('opening','closed_part','press','dinner','courtesy_call','site_visit','other')),
        constraint ck_session_programme_item_day check (day >= 1),
        constraint ck_session_programme_item_times check (end_time is null or start_time < end_time),
        constraint ck_session_programme_item_audience check (audience in ('kr','jp','joint','business','public'))
      )`);
    await runner.query(
      `create index ix_session_programme_item_session_id on forum.session_programme_item (session_id, day)`,
    );
    await runner.query(`select forum.secure_by_audience('forum.session_programme_item')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.session_programme_item`);
    await runner.query(`drop index forum.uq_session_ordinal_kr, forum.uq_session_ordinal_jp`);
    await runner.query(`
      alter table forum.session
        drop column origin_side, drop column margins_of_session_id, drop column margins_of_text, drop column same_host_again,
        drop column stopped_reason, drop column stopped_by_side, drop column stopped_at, drop column closed_at,
        drop column embargo_at, drop column cost_split`);
  }
}
