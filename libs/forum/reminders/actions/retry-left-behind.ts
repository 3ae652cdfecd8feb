import type { Database } from '#platform/database';
import { dueFamilies } from '../queries/due-families.js';
import { planOneByOne, type Planner } from './left-behind.js';
import { plannerOf } from './plan-family.js';
import { replanSteps } from './replan-steps.js';
import { throwAll } from './throw-all.js';
import { workerActor } from './worker-actor.js';

const planners: readonly Planner[] = [
  ...replanSteps.map(({ kind, plan }): Planner => ({
    kind: kind.name,
    async plan(tx, ids) {
      await tx.query(`select 1 from ${kind.from} where o.id = any ($1::uuid[]) order by o.id for share of o`, [ids]);
      await plan(tx, ids);
    },
  })),
  ...dueFamilies.map(plannerOf),
];

/** So many at once. */
const most = 100;

/**
 * Tries what could not be planned again, once its time has come or the administrator asked for it.
 * @returns how many objects were tried
 */
export async function retryLeftBehind(database: Database): Promise<number> {
  const due = 'again_at <= forum.now()';
  const [waiting] = await database
    .readAs('forum_worker')
    .query(`select 1 from forum.reminder_left_behind where ${due} limit 1`);
  if (!waiting) return 0;
  const { tried, failures } = await database.runInTx(workerActor, async (tx) => {
    const rows = await tx.query<{ kind: string; id: string }>(
      `select kind, object_id as id from forum.reminder_left_behind where ${due} order by again_at, kind, object_id limit ${String(most)} for update skip locked`,
    );
    const failed: unknown[] = [];
    for (const planner of planners) {
      const ids = rows.filter(({ kind }) => kind === planner.kind).map(({ id }) => id);
      failed.push(...(await planOneByOne(tx, planner, ids)));
    }
    return { tried: rows.length, failures: failed };
  });
  throwAll(failures);
  return tried;
}
