import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor, type Side } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { findPost } from '#forum/identity';
import { bothTurned, twoKeyErrors } from '#forum/two-key';
import { recordHash } from '../domain/record-content.js';
import { recordContext } from '../domain/record-context.js';
import { recordLifecycle } from '../domain/record.lifecycle.js';
import { clearanceOf, nextStep, type RecordRow } from '../domain/record.types.js';
import { recordsErrors } from '../domain/records.errors.js';
import { decideStep, endClearances, insertChain, sayClearance } from '../persistence/clearance.repository.js';
import { lockRecord, moveRecord } from '../persistence/records.repository.js';
import { endConfirmation, noteConfirmation } from '../persistence/release.repository.js';
import {
  recordClearanceEnded,
  recordClearanceStepTaken,
  recordCleared,
  recordConfirmed,
  recordFinal,
  recordInClearance,
} from '../records.events.js';
import { aboutRecord, reload } from './after-change.js';
import type { RecordVersionInput } from './exchange-record.js';

export interface OnWords extends RecordVersionInput {
  /** The hash that was read, 64 hex digits: a clearance is of exactly these words. */
  readonly hash: string;
}

/**
 * Sends a text into the own side's clearance (결재 / 決裁), through these posts of the own side in their order; without posts a
 * secretariat or head clears it by one word. The other side learns that it is in clearance, and nothing of the posts.
 * @throws records.alreadyInClearance, records.postNotYours, two-key.contentChanged, common.staleVersion, common.forbidden
 */
@Injectable()
export class StartClearance {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: OnWords & { readonly postIds: readonly string[] }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { record, side } = await lockWords(tx, input);
      recordLifecycle.step(record.state, 'start-clearance', recordContext(record, actor));
      for (const postId of input.postIds)
        if ((await findPost(tx, postId))?.side !== side) throw recordsErrors.postNotYours();
      const id = await sayClearance(tx, record, side, 'in_clearance', input.hash);
      await insertChain(tx, id, side, input.postIds);
      await moveRecord(tx, record, record.state);
      const payload = { sessionId: record.sessionId, recordId: record.id, side };
      await tx.publish(recordInClearance, payload, aboutRecord(record));
    });
  }
}

/**
 * One post of the chain passes the text on or sends it back; with the last one it is cleared. A text sent back stays "in clearance" to
 * the other side until its own side recalls it or changes the words.
 * @throws records.notInClearance, records.notYourStep, two-key.contentChanged, common.staleVersion
 */
@Injectable()
export class DecideClearance {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: OnWords & { readonly pass: boolean; readonly note: string | null }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { record, side } = await lockWords(tx, input);
      const context = recordContext(record, actor);
      if (clearanceOf(record, side) === 'in_clearance' && !context.is.clearer()) throw recordsErrors.notYourStep();
      recordLifecycle.step(record.state, 'clear', context);
      const step = nextStep(record);
      if (!step && !context.is.party()) throw commonErrors.forbidden();
      if (step) {
        await decideStep(tx, step, input.pass ? 'passed' : 'returned', input.note);
        const payload = { sessionId: record.sessionId, recordId: record.id, passed: input.pass };
        await tx.publish(recordClearanceStepTaken, payload, {
          audience: side,
          subjectType: 'record',
          subjectId: record.id,
        });
      }
      const left = record.chain.filter(({ state }) => state === 'waiting').length;
      if (input.pass && left <= 1) await cleared(tx, record, side, input.hash);
      else if (!step && !input.pass) await recalled(tx, record, side);
    });
  }
}

/** Takes the own side's text out of its clearance, or takes its word back. @throws records.notInClearance, common.staleVersion */
@Injectable()
export class RecallClearance {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: RecordVersionInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const record = await lockRecord(tx, input.recordId, input.version);
      recordLifecycle.step(record.state, 'recall-clearance', recordContext(record, actor));
      if (actor.side === null) throw commonErrors.forbidden();
      await recalled(tx, record, actor.side);
    });
  }
}

async function lockWords(tx: Tx, input: OnWords): Promise<{ record: RecordRow; side: Side }> {
  const record = await lockRecord(tx, input.recordId, input.version);
  if (recordHash(record) !== input.hash) throw twoKeyErrors.contentChanged();
  if (tx.actor.side === null) throw commonErrors.forbidden();
  return { record, side: tx.actor.side };
}

async function recalled(tx: Tx, record: RecordRow, side: Side): Promise<void> {
  await endClearances(tx, record.id, side);
  await endConfirmation(tx, record.id);
  await moveRecord(tx, record, record.state);
  const payload = { sessionId: record.sessionId, recordId: record.id, side };
  await tx.publish(recordClearanceEnded, payload, aboutRecord(record));
}

async function cleared(tx: Tx, record: RecordRow, side: Side, hash: string): Promise<void> {
  await sayClearance(tx, record, side, 'cleared', hash);
  await moveRecord(tx, record, record.state);
  const payload = { sessionId: record.sessionId, recordId: record.id };
  await tx.publish(recordCleared, { ...payload, side }, aboutRecord(record));
  await settleClearance(tx, await reload(tx, record), hash);
}

/** What was agreed ad referendum is final, and what was signed so is confirmed, once both governments have said yes (domain.md 3.7). */
export async function settleClearance(tx: Tx, record: RecordRow, hash: string): Promise<void> {
  const both = (['kr', 'jp'] as const).every((side) => clearanceOf(record, side) === 'cleared');
  if (!both || !bothTurned(record.keys, hash)) return;
  const payload = { sessionId: record.sessionId, recordId: record.id };
  if (record.adReferendum) {
    await noteConfirmation(tx, record.id);
    await tx.publish(recordConfirmed, payload, aboutRecord(record));
  }
  if (record.state === 'signed') return;
  const state = recordLifecycle.step(record.state, 'finalise', recordContext(record, tx.actor, true));
  await moveRecord(tx, record, state);
  await tx.publish(recordFinal, { ...payload, hash }, aboutRecord(record));
}
