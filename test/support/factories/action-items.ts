import { newId, type Actor } from '#core/kernel';
import { seedHolidays } from '#forum/working-days';
import { workerActor } from '../actors.js';
import type { TestDatabase } from '../database.js';

export interface SessionOver {
  readonly state?: string;
  readonly startDate?: string;
  readonly ordinal?: number | null;
  readonly illustrative?: boolean;
}

/** A session of a channel of its own (series `2027-TXY7`, a further one `2027-TXY8`), with the holidays both sides need for due dates. */
export async function saveSession(
  test: TestDatabase,
  over: SessionOver = {},
): Promise<{ id: string; channelId: string }> {
  const { state = 'held', startDate = '2027-03-11', ordinal, illustrative = false } = over;
  await test.database.runInTx(workerActor, seedHolidays);
  const name = { source: 'ko', revision: 1, ko: { text: '시험 국장급 회의', of: 1, status: 'authentic' } };
  const [channel] = await test.admin<{ id: string }>(
    `insert into forum.channel (id, code, position, name, state, nominal_level, audience) values ($1, 'CH-TEST-XY', 999, $2, 'active', 'dg', 'joint')
     on conflict (code) do update set position = 999 returning id`,
    [newId(), name],
  );
  const channelId = channel?.id ?? '';
  await test.admin(
    `insert into forum.channel_name (id, code, channel_id, position, side, language, text, kind, audience)
     values ($1, 'CH-TEST-XY-ko', $3, 1, 'kr', 'ko', '시험 국장급 회의', 'official_kr', 'joint'),
            ($2, 'CH-TEST-XY-ja', $3, 2, 'jp', 'ja', '試験局長級会合', 'official_jp', 'joint') on conflict (code) do nothing`,
    [newId(), newId(), channelId],
  );
  const id = newId();
  await test.admin(
    `insert into forum.session (id, channel_id, ordinal_kr, ordinal_jp, date_value, start_date, zone, level, state, illustrative, audience)
     select $1, $2, n.ordinal, n.ordinal, $4::text, $4::date, 'Asia/Seoul', 'dg', $5, $6, 'joint'
       from (select case when $7 then $3::integer else coalesce((select max(ordinal_kr) + 1 from forum.session where channel_id = $2), 7) end as ordinal) n`,
    [id, channelId, ordinal ?? null, startDate, state, illustrative, 'ordinal' in over],
  );
  return { id, channelId };
}

/** The post of a demo account. */
export function postOf(actor: Actor): string {
  return actor.postIds[0] ?? '';
}

/** Every row that recording or changing an item may write, to prove that a refusal stored nothing. */
export async function actionRows(test: TestDatabase): Promise<unknown> {
  const [row] = await test.admin(
    `select (select jsonb_agg(a order by a.id) from forum.action_item a) as items,
            (select count(*)::int from forum.action_event) as events, (select count(*)::int from forum.action_evidence) as evidence,
            (select count(*)::int from forum.outbox_event where subject_type = 'action_item') as outbox`,
  );
  return row;
}
