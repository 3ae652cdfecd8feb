import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ground every table stands on: the schema, one role per side, the clock, the outbox and the functions that
 * put a table under forced row-level security (design.md decision 3).
 *
 * Roles belong to the whole cluster, so `down` leaves them: another database may use them.
 */
export class CreateFoundation1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists forum`);
    await runner.query(`
      do $$
      declare wanted text;
      begin
        foreach wanted in array array['forum_kr','forum_jp','forum_business','forum_public','forum_joint','forum_admin','forum_worker','forum_auth'] loop
          if not exists (select 1 from pg_roles where rolname = wanted) then
            begin
              execute format('create role %I nologin', wanted);
            exception when duplicate_object or unique_violation then null;
            end;
          end if;
          execute format('grant usage on schema forum to %I', wanted);
        end loop;
      end $$`);

    await runner.query(`
      create table forum.clock_offset (
        id boolean not null default true,
        amount interval not null default '0',
        constraint pk_clock_offset primary key (id),
        constraint ck_clock_offset_one_row check (id)
      )`);
    await runner.query(`insert into forum.clock_offset default values`);
    await runner.query(`
      create function forum.now() returns timestamptz language sql stable parallel safe
      as $$ select clock_timestamp() + (select amount from forum.clock_offset) $$`);
    await runner.query(`
      create function forum.today(zone text) returns date language sql stable parallel safe
      as $$ select (forum.now() at time zone zone)::date $$`);
    await runner.query(`
      create function forum.zone_of(side text) returns text language sql immutable parallel safe
      as $$ select case side when 'jp' then 'Asia/Tokyo' else 'Asia/Seoul' end $$`);
    await runner.query(`grant select on forum.clock_offset to ${everyRole}`);

    // design.md decision 3: who reads and who writes a row of each audience. Nothing is ever deleted through these roles.
    // sides_may: what is left to the sides of insert and update; held: the audiences the table's rows can have. No policy is made
    // that nothing could miss, so a test can drop each in turn.
    await runner.query(`
      create function forum.secure_by_audience(target regclass, sides_may text[] default array['insert','update'],
                                               held text[] default array['kr','jp','joint','business','public']) returns void language plpgsql as $$
      declare
        t text := (select relname from pg_class where oid = target);
        rule record;
      begin
        execute format('alter table %s enable row level security', target);
        execute format('alter table %s force row level security', target);
        execute format('grant select on %s to ${everyRole}', target);
        execute format('grant insert, update on %s to forum_worker', target);
        if cardinality(sides_may) > 0 then
          execute format('grant %s on %s to forum_kr, forum_jp, forum_joint', array_to_string(sides_may, ', '), target);
        end if;
        for rule in select * from (values
          ('kr', array['kr','joint','business','public'], true),
          ('jp', array['jp','joint','business','public'], true),
          ('joint', array['joint','business','public'], true),
          ('business', array['business','public'], false),
          ('public', array['public'], false),
          ('admin', array['public'], false)
        ) as r(name, audiences, writes) where r.audiences && held loop
          execute format('create policy %I on %s for select to %I using (audience = any (%L::text[]))', t || '_' || rule.name || '_read', target, 'forum_' || rule.name, rule.audiences);
          if rule.writes and 'insert' = any (sides_may) then
            execute format('create policy %I on %s for insert to %I with check (audience = any (%L::text[]))', t || '_' || rule.name || '_insert', target, 'forum_' || rule.name, rule.audiences);
          end if;
          if rule.writes and 'update' = any (sides_may) then
            execute format('create policy %I on %s for update to %I using (audience = any (%L::text[])) with check (audience = any (%L::text[]))', t || '_' || rule.name || '_update', target, 'forum_' || rule.name, rule.audiences, rule.audiences);
          end if;
        end loop;
        execute format('create policy %I on %s for all to forum_worker using (true) with check (true)', t || '_worker_all', target);
      end $$`);

    // Bodies, posts, people: read by all, written by the side they belong to (domain.md 3.4: each side sets its own people's number).
    await runner.query(`
      create function forum.secure_by_side(target regclass) returns void language plpgsql as $$
      declare
        t text := (select relname from pg_class where oid = target);
        wanted text;
      begin
        execute format('alter table %s enable row level security', target);
        execute format('alter table %s force row level security', target);
        execute format('grant select on %s to ${everyRole}', target);
        execute format('grant insert, update on %s to forum_kr, forum_jp, forum_worker', target);
        execute format('create policy %I on %s for select to public using (true)', t || '_all_read', target);
        foreach wanted in array array['kr','jp'] loop
          execute format('create policy %I on %s for insert to %I with check (side = %L)', t || '_' || wanted || '_insert', target, 'forum_' || wanted, wanted);
          execute format('create policy %I on %s for update to %I using (side = %L) with check (side = %L)', t || '_' || wanted || '_update', target, 'forum_' || wanted, wanted, wanted);
        end loop;
        execute format('create policy %I on %s for insert to forum_worker with check (true)', t || '_worker_insert', target);
        execute format('create policy %I on %s for update to forum_worker using (true) with check (true)', t || '_worker_update', target);
      end $$`);

    // Tables in which nothing can be private: topics, sources, holidays. Everybody reads, sides and worker write.
    await runner.query(`
      create function forum.secure_shared(target regclass) returns void language plpgsql as $$
      begin
        execute format('grant select on %s to ${everyRole}', target);
        execute format('grant insert, update on %s to forum_kr, forum_jp, forum_worker', target);
      end $$`);

    await runner.query(`
      create table forum.outbox_event (
        id uuid not null,
        event text not null,
        payload jsonb not null,
        audience text not null,
        subject_type text not null,
        subject_id uuid not null,
        actor_user_id uuid,
        actor_side text,
        actor_post_id uuid,
        occurred_at timestamptz not null default forum.now(),
        relayed_at timestamptz,
        constraint pk_outbox_event primary key (id),
        constraint ck_outbox_event_audience check (audience in ('kr','jp','joint','business','public'))
      )`);
    await runner.query(
      `create index ix_outbox_event_waiting on forum.outbox_event (occurred_at, id) where relayed_at is null`,
    );
    await runner.query(`select forum.secure_by_audience('forum.outbox_event', '{insert}')`);

    await runner.query(`
      create table forum.idempotency_key (
        user_id uuid not null,
        key text not null,
        fingerprint text not null,
        status integer,
        response jsonb,
        created_at timestamptz not null default forum.now(),
        constraint pk_idempotency_key primary key (user_id, key)
      )`);
    await runner.query(`grant select, insert, update, delete on forum.idempotency_key to forum_auth`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table forum.idempotency_key, forum.outbox_event, forum.clock_offset cascade`);
    await runner.query(
      `drop function forum.secure_shared(regclass), forum.secure_by_side(regclass), forum.secure_by_audience(regclass, text[], text[])`,
    );
    await runner.query(`drop function forum.zone_of(text), forum.today(text), forum.now()`);
    await runner.query(`drop schema forum`);
  }
}

const everyRole =
  'forum_kr, forum_jp, forum_business, forum_public, forum_joint, forum_admin, forum_worker, forum_auth';
