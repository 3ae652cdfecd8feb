import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { closeOpenProposals, takeKeyBack, turnKey, twoKeyErrors } from '#forum/two-key';
import { recordHash } from '../domain/record-content.js';
import { recordContext } from '../domain/record-context.js';
import { recordLifecycle } from '../domain/record.lifecycle.js';
import { clearanceOf } from '../domain/record.types.js';
import { keepRecordVersion, lockRecord, moveRecord } from '../persistence/records.repository.js';
import { endConfirmation, setRelease } from '../persistence/release.repository.js';
import {
  recordAgreedAdReferendum,
  recordFinal,
  recordKeyTakenBack,
  recordKeyTurned,
  recordReleaseCancelled,
} from '../records.events.js';
import { aboutRecord, reload } from './after-change.js';
import { settleClearance, type OnWords } from './clear-record.js';
import type { RecordVersionInput } from './exchange-record.js';

/**
 * Turns the own side's key on exactly these words. With both keys and both clearances the text is final; with both keys alone, where
 * both said so before, it is agreed ad referendum (domain.md 3.7).
 * @throws records.notFinal with every open bracket and text, records.authenticMissing, records.notCleared, records.keyAlreadyTurned,
 *   two-key.contentChanged, common.staleVersion, common.forbidden
 */
@Injectable()
export class TurnRecordKey {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: OnWords): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const record = await lockRecord(tx, input.recordId, input.version);
      recordLifecycle.step(record.state, 'turn-key', recordContext(record, actor));
      const hash = recordHash(record);
      if (hash !== input.hash) throw twoKeyErrors.contentChanged();
      await keepRecordVersion(tx, record, 'key');
      const both = await turnKey(tx, { subjectType: 'record', subjectId: record.id }, hash);
      const cleared = (['kr', 'jp'] as const).every((side) => clearanceOf(record, side) === 'cleared');
      const context = recordContext(record, actor, true);
      const state =
        both && !cleared ? recordLifecycle.step(record.state, 'agree-ad-referendum', context) : record.state;
      await moveRecord(tx, record, state);
      const payload = { sessionId: record.sessionId, recordId: record.id, hash };
      await tx.publish(recordKeyTurned, payload, aboutRecord(record));
      if (both && cleared) await settleClearance(tx, await reload(tx, record), hash);
      else if (both) await tx.publish(recordAgreedAdReferendum, payload, aboutRecord(record));
    });
  }
}

/** Takes the own side's key back; what was agreed goes back into negotiation. @throws records.keyNotTurned, common.staleVersion, common.forbidden */
@Injectable()
export class TakeRecordKeyBack {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: RecordVersionInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const record = await lockRecord(tx, input.recordId, input.version);
      const state = recordLifecycle.step(record.state, 'take-key-back', recordContext(record, actor));
      await takeKeyBack(tx, { subjectType: 'record', subjectId: record.id });
      const payload = { sessionId: record.sessionId, recordId: record.id };
      if (state !== record.state) {
        await closeOpenProposals(tx, 'record', record.id);
        await endConfirmation(tx, record.id);
        await setRelease(tx, record.id, null);
        if (record.releaseAt !== null) await tx.publish(recordReleaseCancelled, payload, aboutRecord(record));
      }
      await moveRecord(tx, record, state);
      await tx.publish(recordKeyTakenBack, payload, aboutRecord(record));
    });
  }
}

/** Closes the words of a release of one side; its own clearance stands before. @throws records.notFinal, records.notCleared, records.unilateralOnly */
@Injectable()
export class FinishRecord {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: OnWords): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const record = await lockRecord(tx, input.recordId, input.version);
      const state = recordLifecycle.step(record.state, 'finish', recordContext(record, actor));
      const hash = recordHash(record);
      if (hash !== input.hash) throw twoKeyErrors.contentChanged();
      await moveRecord(tx, record, state);
      const payload = { sessionId: record.sessionId, recordId: record.id, hash };
      await tx.publish(recordFinal, payload, aboutRecord(record));
    });
  }
}
