import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keys turned on a content hash (design.md decision 1). The database itself keeps a side from turning the other side's key:
 * a side inserts its own turns only, and of a turn nothing but its clearing may ever change.
 */
export class CreateKeyTurn1795000002500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.key_turn (
        id uuid not null,
        subject_type text not null,
        subject_id uuid not null,
        content_hash text not null,
        side text not null,
        post_id uuid not null,
        user_id uuid not null,
        turned_at timestamptz not null default forum.now(),
        cleared_at timestamptz,
        cleared_by_side text,
        cleared_reason text,
        audience text not null default 'joint',
        constraint pk_key_turn primary key (id),
        constraint fk_key_turn_post_id foreign key (post_id) references forum.post (id),
        constraint ck_key_turn_side check (side in ('kr','jp')),
        constraint ck_key_turn_audience check (audience in ('kr','jp','joint','business','public')),
        constraint ck_key_turn_content_hash check (content_hash ~ '^[0-9a-f]{64}$')
      )`);
    await runner.query(
      `create unique index uq_key_turn_standing on forum.key_turn (subject_type, subject_id, side) where cleared_at is null`,
    );
    await runner.query(`select forum.secure_by_audience('forum.key_turn')`);
    await runner.query(`revoke insert, update on forum.key_turn from forum_kr, forum_jp, forum_joint, forum_worker`);
    await runner.query(`drop policy key_turn_joint_insert on forum.key_turn`);
    for (const side of ['kr', 'jp']) {
      await runner.query(
        `grant insert, update (cleared_at, cleared_by_side, cleared_reason) on forum.key_turn to forum_${side}`,
      );
      await runner.query(`drop policy key_turn_${side}_insert on forum.key_turn`);
      await runner.query(
        `create policy key_turn_${side}_insert on forum.key_turn for insert to forum_${side} with check (side = '${side}' and audience = 'joint' and cleared_at is null)`,
      );
    }
    await runner.query(
      `grant update (cleared_at, cleared_by_side, cleared_reason) on forum.key_turn to forum_joint, forum_worker`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.key_turn`);
  }
}
