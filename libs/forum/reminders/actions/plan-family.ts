import type { Tx } from '#platform/database';
import { overdueRule } from '../domain/due.js';
import type { DueFamily } from '../queries/due-family.js';
import { planAsManyAsPossible, type Planner } from './left-behind.js';
import { planDues } from './plan-dues.js';

/** So many objects at once; one that fails has only these planned one by one. */
const piece = 200;

/** Plans objects of a family when nobody changed them: locked, so that nobody does meanwhile. */
export const plannerOf = (family: DueFamily): Planner => ({
  kind: family.subjectType,
  async plan(tx, ids) {
    await tx.query(`select 1 from forum.${family.table} where id = any ($1::uuid[]) order by id for share`, [ids]);
    await planDues(tx, family, ids);
  },
});

/**
 * Plans everything of a family that has a date ahead, and takes back what is planned of objects that have none any more, whatever made
 * them drop out.
 * @returns how many objects were looked at, and why some of them could not be planned
 */
export async function planFamily(tx: Tx, family: DueFamily) {
  const found = (await family.find(tx, null, null)).map(({ id }) => id);
  const fallen = await tx.query<{ id: string }>(
    `select distinct r.subject_id as id from forum.reminder r
      where r.subject_type = $1 and r.rule = any ($2) and r.state in ('planned','queued') and not r.subject_id = any ($3::uuid[])`,
    [family.subjectType, family.rules.flatMap((rule) => [rule, overdueRule(rule)]), found],
  );
  const ids = [...found, ...fallen.map(({ id }) => id)].sort();
  const failures: unknown[] = [];
  for (let at = 0; at < ids.length; at += piece)
    failures.push(...(await planAsManyAsPossible(tx, plannerOf(family), ids.slice(at, at + piece))));
  return { looked: ids.length, failures };
}
