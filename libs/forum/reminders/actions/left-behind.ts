import type { Tx } from '#platform/database';

/** Plans objects of one kind as they stand; what cannot be planned is kept under the name of the kind. */
export interface Planner {
  readonly kind: string;
  readonly plan: (tx: Tx, ids: readonly string[]) => Promise<void>;
}

/** Plans them all, or throws for all of them; what was left behind among them is made good. */
export async function planTogether(tx: Tx, { kind, plan }: Planner, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('delete from forum.reminder_left_behind where kind = $1 and object_id = any ($2::uuid[])', [
    kind,
    ids,
  ]);
  await plan(tx, ids);
}

/**
 * Plans them one by one, so that one that fails keeps what was planned of it and holds up no other; it is kept to be tried again, after a
 * minute, two, four, at last once a day.
 * @returns why single objects could not be planned
 */
export async function planOneByOne(tx: Tx, planner: Planner, ids: readonly string[]): Promise<unknown[]> {
  const failures: unknown[] = [];
  for (const id of ids) {
    // Kept first, so that what was left behind before counts its tries; gone again when the object can be planned.
    await tx.query(keep, [planner.kind, id]);
    const failure = await trySafely(tx, () => planTogether(tx, planner, [id]));
    failures.push(...failure);
  }
  return failures;
}

/** Plans them together where that works, else one by one. */
export async function planAsManyAsPossible(tx: Tx, planner: Planner, ids: readonly string[]): Promise<unknown[]> {
  const failure = await trySafely(tx, () => planTogether(tx, planner, ids));
  return failure.length === 0 ? [] : planOneByOne(tx, planner, ids);
}

/** Does it, or leaves the transaction as it was. @returns why it could not be done, if it could not */
async function trySafely(tx: Tx, work: () => Promise<void>): Promise<unknown[]> {
  await tx.query('savepoint left_behind');
  try {
    await work();
    await tx.query('release savepoint left_behind');
    return [];
  } catch (error) {
    await tx.query('rollback to savepoint left_behind');
    return [error];
  }
}

const keep = `
  insert into forum.reminder_left_behind as l (kind, object_id, again_at) values ($1, $2, forum.now() + interval '1 minute')
  on conflict (kind, object_id) do update
     set tries = l.tries + 1, failed_at = forum.now(), again_at = forum.now() + least(interval '1 day', interval '1 minute' * power(2, least(l.tries, 11)))`;
