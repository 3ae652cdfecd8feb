import type { TestDatabase } from '../database.js';

/** Sessions of forty channels, one after another from 1998 to 2039, until there are so many. */
export async function fillSessions(test: TestDatabase, count: number): Promise<void> {
  await test.admin(
    `insert into forum.channel (id, code, position, name, state, nominal_level, audience)
     select gen_random_uuid(), 'MANY-' || n, 1000 + n, jsonb_build_object('source', 'en', 'revision', 1, 'en', jsonb_build_object('text', 'Channel ' || n, 'of', 1, 'status', 'checked')), 'active', 'dg', 'joint'
       from generate_series(1, 40) n
     on conflict (code) do nothing`,
  );
  await test.admin(
    `insert into forum.channel_name (id, code, channel_id, position, language, text, kind, audience)
     select gen_random_uuid(), c.code || '-' || l.language, c.id, 1, l.language, c.code || ' ' || l.language, 'translation', 'joint'
       from forum.channel c cross join (values ('ko'), ('ja'), ('en')) as l(language) where c.code like 'MANY-%'
     on conflict (code) do nothing`,
  );
  await test.admin(
    `insert into forum.session (id, code, channel_id, ordinal_kr, ordinal_jp, date_value, start_date, starts_at, ends_at, zone, host_side, level, state, audience)
     select gen_random_uuid(), 'MANY-' || $1 || '-' || n, c.id, n + known.count, n + known.count, day::text, day, day + time '01:00', day + time '08:00', 'Asia/Seoul',
            case when n % 2 = 0 then 'kr' else 'jp' end, 'dg', case when day < forum.today('Asia/Seoul') then 'held' else 'date_agreed' end,
            (array['joint','joint','joint','joint','kr','jp'])[1 + n % 6]
       from (select count(*)::int as count from forum.session) known
       cross join lateral generate_series(1, greatest($1::int - known.count, 0)) n
       cross join lateral (select date '1998-01-01' + (n::bigint * 15000 / $1)::int as day) d
       join (select id, row_number() over (order by code) - 1 as place from forum.channel where code like 'MANY-%') c on c.place = n % 40`,
    [count],
  );
  await test.admin(`analyze forum.session`);
}
