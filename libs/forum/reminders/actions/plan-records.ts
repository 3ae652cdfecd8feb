import { isSide, otherSide, type Side } from '#core/kernel';
import { subscribeInTx, type Tx } from '#platform/database';
import {
  findRecord,
  isUnilateral,
  nextStep,
  recordClearanceStepTaken,
  recordExchanged,
  recordInClearance,
  recordKeysCleared,
  recordReleaseCancelled,
  recordReleasePlanned,
  type RecordRow,
} from '#forum/records';
import type { RecordNotice } from '../domain/rules.js';
import { recordFingerprint } from '../queries/record-cause.js';
import { planNotice, planRows, secretariats, type SidePost } from './plan-rows.js';

type Told = (tx: Tx, record: RecordRow) => Promise<readonly SidePost[]>;

/** Plans a notice in the transaction of the change. A draft tells its own side alone, by the posts named. */
async function tell(tx: Tx, rule: RecordNotice, recordId: string, told: Told, occurrence?: number): Promise<void> {
  const record = await findRecord(tx, tx.actor.side, recordId);
  if (!record) return;
  const posts = await told(tx, record);
  const [first] = posts;
  const cause = first ? recordFingerprint(rule, record, first.side, first.postId) : null;
  const plan = { subjectType: 'record', subjectId: recordId, rule, cause: cause ?? '' } as const;
  if (cause === null) await planRows(tx, plan, []);
  else await planNotice(tx, plan, posts, { occurrence: occurrence ?? record.version });
}

/** Whoever did not do it; both where nobody of a side did. */
const others: Told = (tx) => secretariats(tx, tx.actor.side === null ? undefined : otherSide(tx.actor.side));

const postInTurn =
  (side: Side): Told =>
  (_, record) => {
    const post = nextStep(record)?.post;
    return Promise.resolve(post ? [{ postId: post.id, side }] : []);
  };

/** The other side is told of a text and of its release, both of keys that a change cleared, a post that the clearance has come to it. */
export function followRecords(): void {
  subscribeInTx(recordExchanged, (tx, { recordId }) => tell(tx, 'record-exchanged', recordId, others));
  subscribeInTx(recordKeysCleared, (tx, { recordId }) =>
    tell(tx, 'record-keys-cleared', recordId, () => secretariats(tx), 0),
  );
  subscribeInTx(recordInClearance, (tx, { recordId, side }) =>
    tell(tx, 'record-clearance-turn', recordId, postInTurn(side)),
  );
  subscribeInTx(recordClearanceStepTaken, async (tx, { recordId }, { audience }) => {
    if (isSide(audience)) await tell(tx, 'record-clearance-turn', recordId, postInTurn(audience));
  });
  // What both agreed on is told as the answer to a proposal.
  subscribeInTx(recordReleasePlanned, async (tx, { recordId }, { audience }) => {
    const record = await findRecord(tx, tx.actor.side, recordId);
    if (record && isUnilateral(record) && !isSide(audience)) await tell(tx, 'record-release-planned', recordId, others);
  });
  subscribeInTx(recordReleaseCancelled, async (tx, { recordId }, { audience }) => {
    if (!isSide(audience)) await tell(tx, 'record-release-cancelled', recordId, others);
  });
}
