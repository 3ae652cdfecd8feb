import type { Database, Tx } from '#platform/database';
import { dueFamilies } from '../queries/due-families.js';
import { planDues } from './plan-dues.js';
import { planMonth } from './plan-month.js';
import { throwAll } from './throw-all.js';
import { workerActor } from './worker-actor.js';

interface Scheduled {
  readonly name: string;
  plan(tx: Tx): Promise<number>;
}

const scheduled: readonly Scheduled[] = [
  ...dueFamilies.map((family) => ({
    name: family.subjectType,
    plan: (tx: Tx) => planDues(tx, family, null),
  })),
  { name: 'month', plan: planMonth },
];

/** Everything beside the objects themselves that their dates follow from: the day, holidays, agreed rules, channels that rest, and what others hold. */
const basis = `
  select concat_ws('/', forum.today('Asia/Seoul'),
    (select count(*) || '.' || coalesce(sum(h.version), 0) from forum.holiday h),
    (select md5(coalesce(string_agg(c.channel_id || c.code || c.change::text, ',' order by c.channel_id, c.code), '')) from forum.channel_reminder_rule c),
    (select coalesce(sum(c.version), 0) from forum.channel c),
    (select coalesce(sum(m.version), 0) from forum.multilateral_meeting m),
    (select coalesce(sum(x.version), 0) from forum.exhibition x), (select coalesce(sum(x.version), 0) from forum.exchange_programme x)) as basis`;

/**
 * Plans what comes by the calendar alone, and plans anew what a new day, a holiday, a rule or a channel moved: once for each, by one
 * worker. What an object's own change moves is planned in that change's transaction. A kind that fails holds up no other one.
 * @returns how many objects were looked at
 */
export async function planScheduled(database: Database): Promise<number> {
  const waiting = await database.readAs('forum_worker').query<{ name: string; basis: string }>(
    `select n.name, b.basis from unnest($1::text[]) as n(name) cross join (${basis}) b
      where not exists (select 1 from forum.reminder_schedule s where s.name = n.name and s.basis = b.basis)`,
    [scheduled.map(({ name }) => name)],
  );
  let planned = 0;
  const failures: unknown[] = [];
  for (const one of waiting) {
    try {
      planned += await planOnce(database, one);
    } catch (error) {
      failures.push(error);
    }
  }
  throwAll(failures);
  return planned;
}

function planOnce(database: Database, due: { readonly name: string; readonly basis: string }): Promise<number> {
  return database.runInTx(workerActor, async (tx) => {
    // Two workers at once: the second waits for the row of the first and finds nothing left to do.
    const taken = await tx.query(
      `insert into forum.reminder_schedule as s (name, basis) values ($1, $2)
       on conflict (name) do update set basis = excluded.basis, planned_at = forum.now() where s.basis <> excluded.basis returning name`,
      [due.name, due.basis],
    );
    const step = scheduled.find(({ name }) => name === due.name);
    return taken.length === 0 || !step ? 0 : step.plan(tx);
  });
}
