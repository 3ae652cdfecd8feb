import type { Database, Tx } from '#platform/database';
import { radioSeasonRule } from '../domain/rules.js';
import { dueFamilies } from '../queries/due-families.js';
import { basisAs, type ScheduleNeed } from '../queries/schedule-basis.js';
import { planFamily } from './plan-family.js';
import { planMonth } from './plan-month.js';
import { planRadioSeason } from './plan-radio-season.js';
import { throwAll } from './throw-all.js';
import { workerActor } from './worker-actor.js';

interface Looked {
  readonly looked: number;
  readonly failures: readonly unknown[];
}

interface Scheduled {
  readonly name: string;
  /** Beside the day, holidays and who is told. */
  readonly needs: ScheduleNeed | null;
  plan(tx: Tx): Promise<Looked>;
}

const whole =
  (plan: (tx: Tx) => Promise<number>) =>
  async (tx: Tx): Promise<Looked> => ({ looked: await plan(tx), failures: [] });

const scheduled: readonly Scheduled[] = [
  ...dueFamilies.map((family) => ({
    name: family.subjectType,
    needs: family.heldBy ? { table: family.heldBy } : { rules: family.rules },
    plan: (tx: Tx) => planFamily(tx, family),
  })),
  { name: 'month', needs: null, plan: whole(planMonth) },
  { name: 'radio-season', needs: { rules: [radioSeasonRule.code] }, plan: whole(planRadioSeason) },
];

const bases = scheduled.map(({ name, needs }) => `select '${name}' as name, ${basisAs(needs)} as basis`);

interface Waiting {
  readonly name: string;
  readonly basis: string;
  /** Planned for this already, while a transaction was under way that may have planned by what was true before, and has ended since. */
  readonly again: boolean;
  /** Such a transaction is under way: its number is below this one. */
  readonly settlesAt: string | null;
}

/**
 * Plans what comes by the calendar alone, and plans anew what a new day, a holiday, other readers, a rule or a channel moved: once for
 * each, by one worker, and of each kind only what it depends on. What an object's own change moves is planned in that change's
 * transaction; who is at that just then may do it by what was true before, so what was planned meanwhile is looked at a second time. A
 * kind that fails holds up no other one, an object that fails no other of its kind.
 * @returns how many objects were looked at because something moved
 */
export async function planScheduled(database: Database): Promise<number> {
  const waiting = await database.readAs('forum_worker').query<Waiting>(
    `select b.name, b.basis, s.basis is not distinct from b.basis as again, case when n.ended < n.ahead then n.ahead::text end as "settlesAt"
       from (${bases.join(' union all ')}) b
      cross join (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as ended, pg_snapshot_xmax(pg_current_snapshot())::text::bigint as ahead) n
       left join forum.reminder_schedule s on s.name = b.name
      where s.basis is distinct from b.basis or s.settles_at <= n.ended
         or (s.settles_at is not null and s.planned_at < forum.now() - interval '1 minute')`,
  );
  let planned = 0;
  const failures: unknown[] = [];
  for (const one of waiting) {
    try {
      const done = await planOnce(database, one);
      failures.push(...done.failures);
      if (!one.again) planned += done.looked;
    } catch (error) {
      failures.push(error);
      await noteFailure(database, one.name).catch((unnoted: unknown) => failures.push(unnoted));
    }
  }
  throwAll(failures);
  return planned;
}

function planOnce(database: Database, { name, basis, again, settlesAt }: Waiting): Promise<Looked> {
  return database.runInTx(workerActor, async (tx) => {
    // Two workers at once: the second waits for the row of the first and finds nothing left to do.
    const taken = again
      ? await tx.query(
          `update forum.reminder_schedule set settles_at = null, failed_at = null
            where name = $1 and basis = $2 and settles_at is not null returning name`,
          [name, basis],
        )
      : await tx.query(
          `insert into forum.reminder_schedule as s (name, basis, settles_at) values ($1, $2, $3)
           on conflict (name) do update set basis = excluded.basis, planned_at = forum.now(), settles_at = excluded.settles_at, failed_at = null
            where s.basis <> excluded.basis returning name`,
          [name, basis, settlesAt],
        );
    const step = scheduled.find((one) => one.name === name);
    return taken.length === 0 || !step ? { looked: 0, failures: [] } : step.plan(tx);
  });
}

/** So that whoever keeps the desk running sees that a whole kind cannot be planned; it is tried again with each look. */
async function noteFailure(database: Database, name: string): Promise<void> {
  await database.runInTx(workerActor, (tx) =>
    tx.query(
      `insert into forum.reminder_schedule (name, basis, failed_at) values ($1, '', forum.now())
       on conflict (name) do update set failed_at = excluded.failed_at`,
      [name],
    ),
  );
}
