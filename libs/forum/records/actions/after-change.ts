import type { Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { clearKeys, closeOpenProposals } from '#forum/two-key';
import { recordContext } from '../domain/record-context.js';
import { recordHash } from '../domain/record-content.js';
import { recordLifecycle } from '../domain/record.lifecycle.js';
import { isShared, isUnilateral, type RecordRow } from '../domain/record.types.js';
import { endClearances } from '../persistence/clearance.repository.js';
import { keepRecordVersion, moveRecord } from '../persistence/records.repository.js';
import { endConfirmation, setRelease, showAgain } from '../persistence/release.repository.js';
import { findRecord } from '../queries/records.js';
import type { RecordOccasion } from '../queries/record-versions.js';
import { recordKeysCleared, recordReleaseCancelled } from '../records.events.js';

/** Who may come to know that something happened to a text: its own side, then both; never more, whoever reads it. */
export function aboutRecord(record: Pick<RecordRow, 'id' | 'side' | 'audience'>) {
  return {
    audience: isShared(record) ? 'joint' : record.side,
    subjectType: 'record',
    subjectId: record.id,
  } as const;
}

/**
 * To be called after every change of a text: when the words are no longer those that were agreed on, both keys and both clearances are
 * cleared and both secretariats told (domain.md 3.6, 3.7), open proposals end and a planned release is given up. A release of one side
 * is shown anew. What both negotiate is kept as a version. A translation is no counter-proposal: it moves the state only where
 * something was agreed.
 * @returns the text as it is now
 */
export async function afterChange(
  tx: Tx,
  before: RecordRow,
  occasion: Extract<RecordOccasion, 'proposal' | 'translation'>,
): Promise<RecordRow> {
  const record = await reload(tx, before);
  if (recordHash(before) === recordHash(record)) {
    await moveRecord(tx, record, record.state);
    return reload(tx, record);
  }
  const cleared = await clearAll(tx, record);
  const state = nextState(tx, record, occasion);
  await moveRecord(tx, record, state);
  const now = await reload(tx, record);
  if (!isShared(record)) return now;
  if (isUnilateral(record)) await showAgain(tx, record.id);
  if (occasion === 'proposal' || state !== record.state || cleared.length > 0)
    await keepRecordVersion(tx, now, occasion);
  if (cleared.length > 0)
    await tx.publish(
      recordKeysCleared,
      { sessionId: record.sessionId, recordId: record.id, sides: cleared },
      aboutRecord(record),
    );
  return now;
}

/** Ends what stood on the older words; gives the sides whose key or clearance was cleared. */
async function clearAll(tx: Tx, record: RecordRow): Promise<Side[]> {
  const keys = isShared(record) ? await clearKeys(tx, { subjectType: 'record', subjectId: record.id }, 'edited') : [];
  const clearances = await endClearances(tx, record.id);
  await endConfirmation(tx, record.id);
  if (record.releaseAt !== null) {
    await setRelease(tx, record.id, null);
    await tx.publish(recordReleaseCancelled, { sessionId: record.sessionId, recordId: record.id }, aboutRecord(record));
  }
  // Interpreters turn no keys and end no proposals; one that stands on older words is refused when it is accepted.
  if (isShared(record) && tx.actor.side !== null) await closeOpenProposals(tx, 'record', record.id);
  return [...new Set([...keys, ...clearances])];
}

function nextState(tx: Tx, record: RecordRow, occasion: RecordOccasion): RecordRow['state'] {
  const context = recordContext(record, tx.actor, true);
  if (!isShared(record)) return recordLifecycle.step(record.state, 'redraft', context);
  if (isUnilateral(record)) return recordLifecycle.step(record.state, 'show-again', context);
  const agreed = record.state === 'agreed_ad_referendum' || record.state === 'final';
  return occasion === 'proposal' || agreed ? recordLifecycle.step(record.state, 'change', context) : record.state;
}

export async function reload(tx: Tx, record: RecordRow): Promise<RecordRow> {
  return (await findRecord(tx, tx.actor.side, record.id)) ?? record;
}
