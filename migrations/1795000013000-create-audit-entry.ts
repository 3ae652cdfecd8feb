import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit trail (design.md decision 11): written inside the transaction of the change, sealed afterwards by the worker into a
 * chain of hashes, so that writers never queue for it. Nobody may change or remove an entry; the worker may seal one, once.
 */
export class CreateAuditEntry1795000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.audit_entry (
        id uuid not null,
        at timestamptz not null default forum.now(),
        zone text not null,
        event text not null,
        subject_type text not null,
        subject_id uuid not null,
        actor_user_id uuid,
        actor_side text,
        actor_post_id uuid,
        params jsonb not null,
        audience text not null,
        position bigint,
        hash text,
        constraint pk_audit_entry primary key (id),
        constraint uq_audit_entry_position unique (position),
        constraint ck_audit_entry_audience check (audience in ('kr','jp','joint','business','public')),
        constraint ck_audit_entry_actor_side check (actor_side in ('kr','jp')),
        constraint ck_audit_entry_sealed check ((position is null) = (hash is null))
      )`);
    await runner.query(`create index ix_audit_entry_unsealed on forum.audit_entry (at, id) where position is null`);
    await runner.query(`create index ix_audit_entry_subject on forum.audit_entry (subject_type, subject_id, at)`);
    await runner.query(`select forum.secure_by_audience('forum.audit_entry', '{insert}')`);
    await runner.query(`revoke update on forum.audit_entry from forum_worker`);
    await runner.query(`grant update (position, hash) on forum.audit_entry to forum_worker`);
    await runner.query(`
      create function forum.keep_sealed_entry() returns trigger language plpgsql as $$
      begin
        if old.position is not null then raise exception 'audit.sealed'; end if;
        return new;
      end $$`);
    await runner.query(
      `create trigger tr_audit_entry_sealed before update on forum.audit_entry for each row execute function forum.keep_sealed_entry()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.audit_entry`);
    await runner.query(`drop function forum.keep_sealed_entry()`);
  }
}
