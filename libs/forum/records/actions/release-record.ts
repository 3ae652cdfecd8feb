import { Injectable } from '@nestjs/common';
import { DomainError, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { closeOpenProposals } from '#forum/two-key';
import { carrier } from '../domain/carrier.js';
import { recordContext } from '../domain/record-context.js';
import { recordLifecycle } from '../domain/record.lifecycle.js';
import { isShared, type RecordRow } from '../domain/record.types.js';
import { recordsErrors } from '../domain/records.errors.js';
import { keepRecordVersion, lockRecord } from '../persistence/records.repository.js';
import { openRecord, setRelease } from '../persistence/release.repository.js';
import { recordReleaseCancelled, recordReleased, recordReleasePlanned } from '../records.events.js';
import { aboutRecord, reload } from './after-change.js';
import type { RecordVersionInput } from './exchange-record.js';
import { assertMinute } from './propose-record.js';

const HOUR = 3_600_000;

/**
 * Plans the minute of a release of one side, which its own side alone decides, but not before the other side has seen the words for as
 * long as the channel says (domain.md 3.7).
 * @throws records.notShownLongEnough, records.notInFuture, records.beforeEmbargo, records.releasePlanned, records.unilateralOnly
 */
@Injectable()
export class SetRelease {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: RecordVersionInput & { readonly at: string }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const record = await lockRecord(tx, input.recordId, input.version);
      recordLifecycle.step(record.state, 'set-release', recordContext(record, actor));
      const at = new Date(input.at).toISOString();
      assertMinute(record, at);
      assertShown(record, at);
      await setRelease(tx, record.id, at);
      const payload = { sessionId: record.sessionId, recordId: record.id, at };
      await tx.publish(recordReleasePlanned, payload, aboutRecord(record));
    });
  }
}

/** Gives the planned release of one side's text up. @throws records.noReleasePlanned, common.staleVersion */
@Injectable()
export class CancelRecordRelease {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: RecordVersionInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const record = await lockRecord(tx, input.recordId, input.version);
      recordLifecycle.step(record.state, 'cancel-release', recordContext(record, actor));
      await setRelease(tx, record.id, null);
      const payload = { sessionId: record.sessionId, recordId: record.id };
      await tx.publish(recordReleaseCancelled, payload, aboutRecord(record));
    });
  }
}

/**
 * Carries one release whose minute has come by the database's clock, if there is one that nobody else carries: the text is opened in all
 * its languages at once, and never a second before. Running it twice releases nothing twice. One that cannot be carried holds none up.
 * @returns how many were carried or given up: 0 or 1
 * @throws what the first that cannot be carried fails with, once no other is due
 */
export async function carryDueRecordRelease(database: Database): Promise<number> {
  const failed = new Map<string, unknown>();
  for (;;) {
    let tried: string | undefined;
    try {
      const carried = await carryOne(database, [...failed.keys()], (id) => (tried = id));
      if (carried === 0 && failed.size > 0) throw [...failed.values()][0];
      return carried;
    } catch (error) {
      if (tried === undefined) throw error;
      failed.set(tried, error);
    }
  }
}

function carryOne(database: Database, except: readonly string[], onTried: (id: string) => void): Promise<number> {
  return database.runInTx(carrier, async (tx) => {
    const [due] = await tx.query<{ id: string }>(
      `select r.id from forum.record r join forum.session s on s.id = r.session_id
        where r.release_at is not null and r.released_at is null and r.release_at <= forum.now()
          and (s.embargo_at is null or s.embargo_at <= forum.now()) and r.id <> all ($1::uuid[])
        order by r.release_at, r.id limit 1 for update of r skip locked`,
      [except],
    );
    if (!due) return 0;
    onTried(due.id);
    const record = await lockRecord(tx, due.id);
    const payload = { sessionId: record.sessionId, recordId: record.id };
    if (isNoLonger(record)) {
      await setRelease(tx, record.id, null);
      await tx.publish(recordReleaseCancelled, payload, aboutRecord(record));
      return 1;
    }
    await openRecord(tx, record);
    const open = await reload(tx, record);
    if (!isShared(record)) await keepRecordVersion(tx, open, 'exchange');
    await closeOpenProposals(tx, 'record', record.id);
    await tx.publish(recordReleased, payload, aboutRecord(open));
    return 1;
  });
}

function isNoLonger(record: RecordRow): boolean {
  try {
    recordLifecycle.step(record.state, 'carry', recordContext(record, carrier, true));
    return false;
  } catch (error) {
    if (error instanceof DomainError) return true;
    throw error;
  }
}

function assertShown({ showHours, shownAt }: RecordRow, at: string): void {
  if (showHours === null) return;
  const from = shownAt === null ? null : new Date(Date.parse(shownAt) + showHours * HOUR).toISOString();
  if (from === null) throw recordsErrors.notShown({ hours: showHours });
  if (at < from) throw recordsErrors.notShownLongEnough({ hours: showHours, from });
}
