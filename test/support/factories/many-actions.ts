import type { TestDatabase } from '../database.js';

/** Posts of each side that own the items: a hundred, the demo's own among them. */
const OWNERS = 100;

/**
 * Fills up to `count` action items of both sides, due over six years around 2027: seven in ten confirmed, one in ten private to a side.
 * Rows are written in one go, without looking up what each refers to, and their indexes are built once at the end, as an import would.
 */
export async function fillActions(test: TestDatabase, count: number): Promise<void> {
  await test.admin(
    `insert into forum.post (id, code, body_id, side, title, rank)
     select gen_random_uuid(), 'MANY-' || n, b.id, b.side, jsonb_build_object('source', 'en', 'revision', 1, 'en', jsonb_build_object('text', 'Post ' || n, 'of', 1, 'status', 'checked')), 50
       from generate_series(1, ${String(OWNERS * 2)}) n join forum.body b on b.code = case when n % 2 = 0 then 'KR-MSIT' else 'JP-MIC' end
     on conflict (code) do nothing`,
  );
  const indexes = await test.admin<{ name: string; definition: string }>(
    `select i.indexname as name, i.indexdef as definition from pg_indexes i
      where i.schemaname = 'forum' and i.tablename = 'action_item'
        and not exists (select 1 from pg_constraint c where c.conname = i.indexname and c.connamespace = 'forum'::regnamespace)`,
  );
  await test.admin(
    [
      'begin',
      'set local max_parallel_maintenance_workers = 2',
      `set local session_replication_role = replica`,
      `set local synchronous_commit = off`,
      `set local maintenance_work_mem = '256MB'`,
      ...indexes.map(({ name }) => `drop index forum.${name}`),
      `insert into forum.action_item (id, number, series, sequence, session_id, channel_id, title, owner_side, owner_post_id, due, state, joint, audience)
       select (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-000000000000')::uuid, 'MANY-' || lpad(n::text, 7, '0'), 'MANY-' || lpad((n / 20)::text, 6, '0'), 1 + n % 20, s.id, s.channel_id,
              '{"source": "en", "revision": 1, "en": {"text": "Exchange of measurements", "of": 1, "status": "checked"}}',
              o.side, o.id, date '2024-03-01' + abs(hashint4(n * 3)) % 2190,
              (array['open','in_progress','open','blocked','done_claimed','done_confirmed'])[1 + least(abs(hashint4(n)) % 20, 5)],
              private.is = 0, case private.is when 0 then 'joint' else o.side end
         from generate_series((select count(*)::int + 1 from forum.action_item where number like 'MANY-%'), ${String(count)}) n
         cross join lateral (select (abs(hashint4(n * 7)) % 10 = 0)::int as is) private
         join (select id, side, row_number() over (order by code) - 1 as place from forum.post where code like 'MANY-%') o on o.place = n % ${String(OWNERS * 2)}
         join (select id, channel_id, row_number() over (order by code) - 1 as place from forum.session where code is not null) s
           on s.place = n % (select count(*)::int from forum.session where code is not null)`,
      ...indexes.map(({ definition }) => definition),
      'commit',
    ].join(';'),
  );
  await test.admin('analyze forum.action_item');
}
