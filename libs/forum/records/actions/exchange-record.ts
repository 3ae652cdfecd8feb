import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { clearKeys, closeOpenProposals } from '#forum/two-key';
import { recordHash } from '../domain/record-content.js';
import { recordContext } from '../domain/record-context.js';
import { recordLifecycle } from '../domain/record.lifecycle.js';
import { clearanceOf, isSentBack, isShared, type RecordRow } from '../domain/record.types.js';
import { recordsErrors } from '../domain/records.errors.js';
import { endClearances, insertChain, sayClearance } from '../persistence/clearance.repository.js';
import { keepRecordVersion, lockRecord, moveRecord, shareRecord } from '../persistence/records.repository.js';
import { recordExchanged, recordWithdrawn } from '../records.events.js';
import { aboutRecord, reload } from './after-change.js';

export interface RecordVersionInput {
  readonly recordId: string;
  readonly version: number;
}

/**
 * Hands a text to the other side: from now on both see it. A release of one side is shown by the same act.
 * @throws records.notFound, records.noParagraphs, records.machineText, records.itemPrivate, records.sessionNotShared, common.staleVersion
 */
@Injectable()
export class ExchangeRecord {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: RecordVersionInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const record = await lockRecord(tx, input.recordId, input.version);
      const state = recordLifecycle.step(record.state, 'exchange', recordContext(record, actor));
      if (record.annexOf && ['drafting', 'withdrawn'].includes(record.annexOf.state))
        throw recordsErrors.annexOfMissing();
      await shareRecord(tx, record, state);
      const shared = await reload(tx, record);
      await carryClearance(tx, record, shared);
      await keepRecordVersion(tx, shared, 'exchange');
      const payload = { sessionId: record.sessionId, recordId: record.id };
      await tx.publish(recordExchanged, payload, aboutRecord(shared));
    });
  }
}

/** What a side cleared before it showed the text stays cleared, and what is in clearance goes on with the posts left, unless one sent it back. */
async function carryClearance(tx: Tx, before: RecordRow, shared: RecordRow): Promise<void> {
  const said = clearanceOf(before, before.side);
  if (said === null) return;
  if (said === 'in_clearance' && isSentBack(before)) {
    await endClearances(tx, shared.id, shared.side);
    return;
  }
  const id = await sayClearance(tx, shared, shared.side, said, recordHash(shared));
  if (said === 'in_clearance')
    await insertChain(
      tx,
      id,
      shared.side,
      before.chain.filter(({ state }) => state === 'waiting').map(({ post }) => post.id),
    );
}

/** Takes an own text back before both agreed on it. One that was shared stays in the list, marked as withdrawn. @throws common.wrongState, common.forbidden */
@Injectable()
export class WithdrawRecord {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: RecordVersionInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const record = await lockRecord(tx, input.recordId, input.version);
      const state = recordLifecycle.step(record.state, 'withdraw', recordContext(record, actor));
      await endClearances(tx, record.id);
      if (isShared(record)) {
        await clearKeys(tx, { subjectType: 'record', subjectId: record.id }, 'withdrawn');
        await closeOpenProposals(tx, 'record', record.id);
      }
      await moveRecord(tx, record, state);
      await tx.publish(recordWithdrawn, { sessionId: record.sessionId, recordId: record.id }, aboutRecord(record));
    });
  }
}
