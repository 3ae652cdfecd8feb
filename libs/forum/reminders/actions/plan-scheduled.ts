import type { Database, Tx } from '#platform/database';
import { radioSeasonRule } from '../domain/rules.js';
import { dueFamilies } from '../queries/due-families.js';
import { basisAs, type ScheduleNeed } from '../queries/schedule-basis.js';
import { planDues } from './plan-dues.js';
import { planMonth } from './plan-month.js';
import { planRadioSeason } from './plan-radio-season.js';
import { throwAll } from './throw-all.js';
import { workerActor } from './worker-actor.js';

interface Scheduled {
  readonly name: string;
  /** Beside the day, holidays and who is told. */
  readonly needs: ScheduleNeed | null;
  plan(tx: Tx): Promise<number>;
}

const scheduled: readonly Scheduled[] = [
  ...dueFamilies.map((family) => ({
    name: family.subjectType,
    needs: family.heldBy ? { table: family.heldBy } : { rules: family.rules },
    plan: (tx: Tx) => planDues(tx, family, null),
  })),
  { name: 'month', needs: null, plan: planMonth },
  { name: 'radio-season', needs: { rules: [radioSeasonRule.code] }, plan: planRadioSeason },
];

const bases = scheduled.map(({ name, needs }) => `select '${name}' as name, ${basisAs(needs)} as basis`);

/**
 * Plans what comes by the calendar alone, and plans anew what a new day, a holiday, other readers, a rule or a channel moved: once for
 * each, by one worker, and of each kind only what it depends on. What an object's own change moves is planned in that change's
 * transaction. A kind that fails holds up no other one.
 * @returns how many objects were looked at
 */
export async function planScheduled(database: Database): Promise<number> {
  const waiting = await database.readAs('forum_worker').query<{ name: string; basis: string }>(
    `select b.name, b.basis from (${bases.join(' union all ')}) b
      where not exists (select 1 from forum.reminder_schedule s where s.name = b.name and s.basis = b.basis)`,
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
