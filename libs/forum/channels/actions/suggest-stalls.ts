import type { Actor } from '#core/kernel';
import type { Database, Reader, Tx } from '#platform/database';
import { stallSuggested } from '../channels.events.js';
import { heldDays } from '../queries/channel-facts.js';

/** Months without a session after which a channel of unknown cadence is thought to have stalled (domain.md 3.2). */
const STALL_MONTHS = 18;
/** Of a known cadence, this many times its months. */
const STALL_FACTOR = 1.5;

/** The system itself: the check belongs to no side. */
const checker: Actor = {
  userId: '00000000-0000-7000-8000-000000000001',
  side: null,
  roles: [],
  postIds: [],
  language: 'en',
  databaseRole: 'forum_worker',
};

const today = `(forum.now() at time zone 'UTC')::date`;
const month = `to_char(${today}, 'YYYY-MM')`;

/** The month (`2026-11`) whose check has not run, or null: rows say so, never the queue. */
export async function stallCheckDue(reader: Reader): Promise<string | null> {
  const [row] = await reader.query<{ month: string }>(
    `select ${month} as month where not exists (select 1 from forum.stall_check where month = ${month})`,
  );
  return row?.month ?? null;
}

/**
 * The monthly check (domain.md 3.2, 4): suggests a stall for every active channel that has not met for 1.5 times its cadence, or 18
 * months. Silent about illustrative channels and those with a session to come. At most once a month and once per channel and quarter,
 * however often it runs. It changes no channel: people do.
 * @returns how many channels were suggested now
 */
export function suggestStalls(database: Database): Promise<number> {
  return database.runInTx(checker, async (tx) => {
    const taken = await tx.query(
      `insert into forum.stall_check (month, suggested) values (${month}, 0) on conflict do nothing returning month`,
    );
    if (taken.length === 0) return 0;
    const suggested = await insertSuggestions(tx);
    await tx.query(`update forum.stall_check set suggested = $1 where month = ${month}`, [suggested.length]);
    for (const { channelId } of suggested)
      await tx.publish(
        stallSuggested,
        { channelId },
        { audience: 'joint', subjectType: 'channel', subjectId: channelId },
      );
    return suggested.length;
  });
}

async function insertSuggestions(tx: Tx): Promise<{ channelId: string }[]> {
  // A suggestion of an earlier quarter that nobody decided gives way to the new one.
  await tx.query(
    `update forum.stall_suggestion set state = 'outdated' where state = 'open' and quarter <> to_char(${today}, 'YYYY"-Q"Q')`,
  );
  return tx.query<{ channelId: string }>(
    `insert into forum.stall_suggestion (id, channel_id, quarter, last_held, months)
     select gen_random_uuid(), c.id, to_char(${today}, 'YYYY"-Q"Q'), held.latest, rule.months
       from forum.channel c
       cross join lateral (select coalesce(ceil(c.cadence_months * $1::numeric), $2)::int as months) rule
       cross join lateral (select max(h.latest) as latest from (${heldDays('c.id')}) h) held
      where c.state = 'active' and not c.illustrative and c.audience not in ('kr','jp')
        and held.latest + make_interval(months => rule.months) < ${today}
        and not exists (select 1 from forum.session s where s.channel_id = c.id
              and (s.state in ('preparing','ready','in_session','postponed') or (s.state in ('proposed','date_agreed') and s.start_date >= ${today})))
     on conflict on constraint uq_stall_suggestion_channel_id_quarter do nothing
     returning channel_id as "channelId"`,
    [STALL_FACTOR, STALL_MONTHS],
  );
}
