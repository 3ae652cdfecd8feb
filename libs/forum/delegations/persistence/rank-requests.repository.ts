import { newId, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';

/** Asks for another rank number; a newer request takes the place of an open one. */
export async function insertRankRequest(
  tx: Tx,
  memberId: string,
  asked: { readonly side: Side; readonly rank: number; readonly note: string },
): Promise<void> {
  await closeRankRequests(tx, memberId, 'kept');
  await tx.query(
    'insert into forum.rank_request (id, member_id, asked_by_side, rank, note) values ($1, $2, $3, $4, $5)',
    [newId(), memberId, asked.side, asked.rank, asked.note],
  );
}

/** Answers what is asked of a card; gives how many requests that closed. */
export async function closeRankRequests(tx: Tx, memberId: string, state: 'taken' | 'kept'): Promise<number> {
  const rows = await tx.query(
    `update forum.rank_request set state = $2, answered_at = forum.now() where member_id = $1 and state = 'open' returning id`,
    [memberId, state],
  );
  return rows.length;
}

/** A request is taken once the side sets the number that was asked for. */
export async function takeAskedRank(tx: Tx, memberId: string, rank: number): Promise<void> {
  await tx.query(
    `update forum.rank_request set state = 'taken', answered_at = forum.now() where member_id = $1 and state = 'open' and rank = $2`,
    [memberId, rank],
  );
}
