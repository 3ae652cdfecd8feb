import type { TestDatabase } from '../database.js';

/**
 * Fills up to `count` cases of the radio register, one band each between 30 MHz and 6 GHz, up to 20 MHz wide, in one of eight places: one
 * in ten private to a side. Written in one go, their indexes built once at the end, as an import would.
 */
export async function fillRadio(test: TestDatabase, count: number): Promise<void> {
  const indexes = await test.admin<{ name: string; definition: string }>(
    `select i.indexname as name, i.indexdef as definition from pg_indexes i
      where i.schemaname = 'forum' and i.tablename in ('radio_issue','radio_band')
        and not exists (select 1 from pg_constraint c where c.conname = i.indexname and c.connamespace = 'forum'::regnamespace)`,
  );
  const id = (kind: string) => `(lpad(to_hex(n), 8, '0') || '-0000-7000-8000-00000000000${kind}')::uuid`;
  const audience = `(array['joint','joint','joint','joint','joint','joint','joint','joint','kr','jp'])[1 + n % 10]`;
  const low = `30000000 + (abs(hashint4(n))::bigint % 5970000) * 1000`;
  const wanted = `generate_series((select count(*)::int + 1 from forum.radio_issue where code like 'MANY-%'), ${String(count)}) n`;
  await test.admin(
    [
      'begin',
      'set local session_replication_role = replica',
      'set local synchronous_commit = off',
      `set local maintenance_work_mem = '256MB'`,
      ...indexes.map(({ name }) => `drop index forum.${name}`),
      // Triggers rest meanwhile, so the width class is written as the trigger would.
      `insert into forum.radio_band (id, radio_issue_id, position, low_hz, high_hz, width_class, audience)
       select ${id('b')}, ${id('a')}, 0, l.low, l.low + l.width, length(ltrim(l.width::bit(64)::text, '0')), ${audience}
         from ${wanted} cross join lateral (select ${low} as low, 100000 + (abs(hashint4(n * 3)) % 19900000)::bigint as width) l`,
      `insert into forum.radio_issue (id, code, position, title, services, areas, status, audience)
       select ${id('a')}, 'MANY-' || n, 1000 + n, '{"source": "en", "revision": 1, "en": {"text": "Signals", "of": 1, "status": "checked"}}',
              '{mobile}', array[(array['busan','ulsan','yeosu','jeju','tsushima','fukuoka','saga','nagasaki'])[1 + abs(hashint4(n * 7)) % 8]],
              'monitoring', ${audience}
         from ${wanted}`,
      ...indexes.map(({ definition }) => definition),
      'commit',
    ].join(';'),
  );
  await test.admin('analyze forum.radio_issue, forum.radio_band');
}
