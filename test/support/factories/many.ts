import type { TestDatabase } from '../database.js';

/** Writes in one go and without looking up what each row refers to, which would take most of the time. */
const fill = async (test: TestDatabase, ...statements: readonly string[]): Promise<void> => {
  await test.admin(`begin; set local session_replication_role = replica; ${statements.join(';')}; commit`);
};

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
  await test.admin(
    `insert into forum.channel_event (id, code, channel_id, position, type, date_value, date_precision, sort_date, text, source_codes, evidence, audience)
     select gen_random_uuid(), c.code || '-' || n, c.id, n, 'milestone', day::text, 'day', day, c.name, '{}', 'seed', 'joint'
       from forum.channel c cross join generate_series(1, 100) n cross join lateral (select date '1998-01-01' + n * 100 as day) d
      where c.code like 'MANY-%'
     on conflict (code) do nothing`,
  );
  await test.admin(`analyze forum.session, forum.channel_event`);
}

const SLOTS = 10;
const ASKED = 25;

/** Date polls of the same channels with ten slots and twenty-five posts each, every one of which has answered; a fifth of the slots was held. */
export async function fillPolls(test: TestDatabase, answers: number): Promise<void> {
  const polls = String(answers / SLOTS / ASKED);
  await fill(
    test,
    `insert into forum.post (id, code, body_id, side, title, rank)
     select gen_random_uuid(), 'MANY-' || n, b.id, b.side, jsonb_build_object('source', 'en', 'revision', 1, 'en', jsonb_build_object('text', 'Post ' || n, 'of', 1, 'status', 'checked')), 50
       from generate_series(1, 400) n join forum.body b on b.code = case when n % 2 = 0 then 'KR-MSIT' else 'JP-MIC' end`,
    `insert into forum.date_poll (id, channel_id, state, zone, minutes, format, deadline, proposed_by_side, audience)
     select gen_random_uuid(), c.id, case when day < forum.today('Asia/Seoul') then 'decided' else 'open' end, 'Asia/Seoul', 120, 'in_person', day, 'kr', 'joint'
       from generate_series(1, ${polls}) n
       cross join lateral (select date '1998-01-01' + (n::bigint * 15000 / ${polls})::int as day) d
       join (select id, row_number() over (order by code) - 1 as place from forum.channel where code like 'MANY-%') c on c.place = n % 40`,
    `insert into forum.date_poll_slot (id, poll_id, starts_at, ends_at, audience)
     select gen_random_uuid(), p.id, p.deadline + n * interval '25 hours', p.deadline + n * interval '25 hours' + interval '2 hours', p.audience
       from forum.date_poll p cross join generate_series(1, ${String(SLOTS)}) n`,
    `insert into forum.date_poll_participant (id, poll_id, post_id, role, audience)
     select gen_random_uuid(), p.id, t.id, case when t.place = p.place then 'head' else 'required' end, t.side
       from (select id, row_number() over (order by id) % 400 as place from forum.date_poll) p
       join (select id, side, row_number() over (order by code) - 1 as place from forum.post where code like 'MANY-%') t on (t.place - p.place + 400) % 400 < ${String(ASKED)}`,
    `insert into forum.date_poll_answer (id, participant_id, slot_id, answer, answered_by_user_id, audience)
     select gen_random_uuid(), q.id, s.id, (array['yes','yes','if_needed','no'])[1 + (row_number() over ()) % 4], q.id, q.audience
       from forum.date_poll_participant q join forum.date_poll_slot s on s.poll_id = q.poll_id`,
    `insert into forum.date_poll_verdict (id, slot_id, side, verdict)
     select gen_random_uuid(), s.id, v.side, 'possible' from forum.date_poll_slot s cross join (values ('kr'), ('jp')) as v(side)`,
    `insert into forum.session_hold (id, slot_id, channel_id, starts_at, ends_at, zone, placed_by_side, expires_at)
     select gen_random_uuid(), s.id, p.channel_id, s.starts_at, s.ends_at, p.zone, 'jp', s.starts_at - interval '10 days'
       from (select *, row_number() over (order by id) as place from forum.date_poll_slot) s join forum.date_poll p on p.id = s.poll_id where s.place % 5 = 0`,
  );
}

/** Both delegations of every session, three posts each. */
export async function fillDelegations(test: TestDatabase): Promise<void> {
  await fill(
    test,
    `insert into forum.delegation (id, session_id, side, state, audience)
     select gen_random_uuid(), s.id, v.side, 'submitted', 'joint' from forum.session s cross join (values ('kr'), ('jp')) as v(side) where s.code like 'MANY-%'`,
    `insert into forum.delegation_member (id, delegation_id, post_id, role, position, audience)
     select gen_random_uuid(), d.id, t.id, 'member', t.place, 'joint'
       from (select id, side, row_number() over (partition by side order by id) % 60 as place from forum.delegation) d
       join (select id, side, row_number() over (partition by side order by code) - 1 as place from forum.post where code like 'MANY-%') t
         on t.side = d.side and t.place between d.place * 3 and d.place * 3 + 2`,
  );
}
