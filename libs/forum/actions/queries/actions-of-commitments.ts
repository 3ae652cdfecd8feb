import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { CLOCK_SQL, OVERDUE_SQL, UNFINISHED_SQL } from './action-columns.js';

/** What posts of one side owe for one commitment, and what the other side has confirmed. */
export interface CommitmentWork {
  readonly commitmentId: string;
  readonly side: Side;
  readonly open: number;
  readonly reported: number;
  readonly confirmed: number;
  readonly overdue: number;
}

/** The actions that carry these commitments out, counted by side in one statement; only what the reader may see. */
export function actionsOfCommitments(reader: Reader, ids: readonly string[]): Promise<CommitmentWork[]> {
  return reader.query<CommitmentWork>(
    `with ${CLOCK_SQL}
     select a.commitment_id as "commitmentId", a.owner_side as side, count(*) filter (where a.state in (${UNFINISHED_SQL}))::int as open,
            count(*) filter (where a.state = 'done_claimed')::int as reported,
            count(*) filter (where a.state = 'done_confirmed')::int as confirmed, count(*) filter (where ${OVERDUE_SQL})::int as overdue
       from forum.action_item a, clock where a.commitment_id = any ($1::uuid[]) group by a.commitment_id, a.owner_side`,
    [ids],
  );
}
