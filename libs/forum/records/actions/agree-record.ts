import type { Tx } from '#platform/database';
import { twoKeyErrors, type AcceptedProposal } from '#forum/two-key';
import type { ReleaseContent, SigningContent } from '../domain/proposals.js';
import { recordHash } from '../domain/record-content.js';
import { recordContext } from '../domain/record-context.js';
import { recordLifecycle, type RecordState } from '../domain/record.lifecycle.js';
import type { RecordRow } from '../domain/record.types.js';
import { recordsErrors } from '../domain/records.errors.js';
import { lockRecord, moveRecord, saveRecord } from '../persistence/records.repository.js';
import { noteKeptClosed, noteSigning, setRelease } from '../persistence/release.repository.js';
import {
  recordAdopted,
  recordKeptClosed,
  recordMarkedAdReferendum,
  recordReleaseCancelled,
  recordReleasePlanned,
  recordSigned,
} from '../records.events.js';
import { aboutRecord, afterChange } from './after-change.js';
import { assertMinute } from './propose-record.js';

type System = 'mark-ad-referendum' | 'sign' | 'adopt' | 'plan-release' | 'keep-closed';

/** The second key on words that are still those of the proposal. @throws two-key.contentChanged, common.wrongState */
async function onSameWords(
  tx: Tx,
  recordId: string,
  hash: string,
  action: System,
): Promise<{ record: RecordRow; state: RecordState }> {
  const record = await lockRecord(tx, recordId);
  if (recordHash(record) !== hash) throw twoKeyErrors.contentChanged();
  return { record, state: recordLifecycle.step(record.state, action, recordContext(record, tx.actor, true)) };
}

type Accepted<Content extends { readonly hash: string }> = Pick<AcceptedProposal<Content>, 'subjectId' | 'content'>;

/** Both delegations agree subject to approval at home: keys may now be turned before the clearances are through. */
export async function markAdReferendum(tx: Tx, { subjectId, content }: Accepted<{ hash: string }>): Promise<void> {
  const { record, state } = await onSameWords(tx, subjectId, content.hash, 'mark-ad-referendum');
  await saveRecord(tx, { ...record, state, adReferendum: true });
  await afterChange(tx, record, 'proposal');
  const payload = { sessionId: record.sessionId, recordId: record.id };
  await tx.publish(recordMarkedAdReferendum, payload, aboutRecord(record));
}

/** Signed, where it was agreed ad referendum with that mark until both governments confirm. */
export async function noteSigned(tx: Tx, { subjectId, content }: Accepted<SigningContent>): Promise<void> {
  const { record, state } = await onSameWords(tx, subjectId, content.hash, 'sign');
  await noteSigning(tx, record.id, content);
  await moveRecord(tx, record, state);
  const payload = { sessionId: record.sessionId, recordId: record.id, hash: content.hash, on: content.on };
  await tx.publish(recordSigned, payload, aboutRecord(record));
}

export async function noteAdopted(tx: Tx, { subjectId, content }: Accepted<{ hash: string }>): Promise<void> {
  const { record, state } = await onSameWords(tx, subjectId, content.hash, 'adopt');
  await moveRecord(tx, record, state);
  const payload = { sessionId: record.sessionId, recordId: record.id, hash: content.hash };
  await tx.publish(recordAdopted, payload, aboutRecord(record));
}

/** The agreed minute stands; the worker carries it. @throws records.notInFuture when the second key came too late */
export async function agreeRelease(tx: Tx, { subjectId, content }: Accepted<ReleaseContent>): Promise<void> {
  const { record } = await onSameWords(tx, subjectId, content.hash, 'plan-release');
  assertMinute(record, content.at);
  if (record.notPublic) throw recordsErrors.keptClosed();
  await setRelease(tx, record.id, content.at);
  const payload = { sessionId: record.sessionId, recordId: record.id };
  if (content.at === null) await tx.publish(recordReleaseCancelled, payload, aboutRecord(record));
  else await tx.publish(recordReleasePlanned, { ...payload, at: content.at }, aboutRecord(record));
}

export async function agreeNotPublic(tx: Tx, { subjectId, content }: Accepted<{ hash: string }>): Promise<void> {
  const { record, state } = await onSameWords(tx, subjectId, content.hash, 'keep-closed');
  if (record.releaseAt !== null) throw recordsErrors.releasePlanned();
  await noteKeptClosed(tx, record.id);
  await moveRecord(tx, record, state);
  const payload = { sessionId: record.sessionId, recordId: record.id };
  await tx.publish(recordKeptClosed, payload, aboutRecord(record));
}
