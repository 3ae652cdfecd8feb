import { newId, type Audience, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import type { ClearanceState, ClearanceStep, RecordRow } from '../domain/record.types.js';

/** Writes what the actor's side says of its clearance; what it said before ends. Gives the id. */
export async function sayClearance(
  tx: Tx,
  record: RecordRow,
  side: Side,
  state: ClearanceState,
  hash: string,
): Promise<string> {
  await endClearances(tx, record.id, side);
  const id = newId();
  const audience: Audience = record.audience === side ? side : 'joint';
  await tx.query(
    'insert into forum.record_clearance (id, record_id, side, state, content_hash, audience) values ($1, $2, $3, $4, $5, $6)',
    [id, record.id, side, state, hash, audience],
  );
  return id;
}

/** Ends what stands of the clearances of a text; gives the sides whose it was. */
export async function endClearances(tx: Tx, recordId: string, only: Side | null = null): Promise<Side[]> {
  const rows = await tx.query<{ side: Side }>(
    `update forum.record_clearance set ended_at = forum.now()
      where record_id = $1 and ended_at is null and ($2::text is null or side = $2) returning side`,
    [recordId, only],
  );
  return rows.map(({ side }) => side);
}

/** The chain of posts through which the own side's clearance goes, in order. */
export async function insertChain(tx: Tx, clearanceId: string, side: Side, postIds: readonly string[]): Promise<void> {
  for (const [at, postId] of postIds.entries())
    await tx.query(
      'insert into forum.record_clearance_step (id, clearance_id, position, post_id, audience) values ($1, $2, $3, $4, $5)',
      [newId(), clearanceId, at + 1, postId, side],
    );
}

export async function decideStep(
  tx: Tx,
  step: ClearanceStep,
  state: 'passed' | 'returned',
  note: string | null,
): Promise<void> {
  await tx.query(
    'update forum.record_clearance_step set state = $2, note = $3, decided_at = forum.now() where id = $1',
    [step.id, state, note],
  );
}
