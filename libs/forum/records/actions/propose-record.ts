import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { findPost } from '#forum/identity';
import { openProposal } from '#forum/two-key';
import {
  recordAdoption,
  recordAdReferendum,
  recordNotPublic,
  recordRelease,
  recordSigning,
  type SigningContent,
} from '../domain/proposals.js';
import { recordHash } from '../domain/record-content.js';
import { recordContext } from '../domain/record-context.js';
import { recordLifecycle } from '../domain/record.lifecycle.js';
import type { RecordRow } from '../domain/record.types.js';
import { recordsErrors } from '../domain/records.errors.js';
import { lockRecord } from '../persistence/records.repository.js';
import type { RecordVersionInput } from './exchange-record.js';

/** What can be proposed about a text; each takes effect with the other side's key. */
export type RecordStep =
  | { readonly what: 'ad-referendum' | 'adoption' | 'not-public' }
  | ({ readonly what: 'signing' } & Omit<SigningContent, 'hash'>)
  /** ISO 8601; null gives a planned release up. */
  | { readonly what: 'release'; readonly at: string | null };

export type ProposeRecordInput = RecordVersionInput & { readonly step: RecordStep; readonly reason: string | null };

/**
 * Proposes the next step of a text, on exactly its words.
 * @returns the id of the proposal
 * @throws records.notFound, records.forSignature, records.notForSignature, records.notConfirmed, records.notInFuture,
 *   records.beforeEmbargo, records.postNotYours, two-key.alreadyProposed, common.staleVersion, common.forbidden, common.wrongState
 */
@Injectable()
export class ProposeForRecord {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { recordId, version, step, reason }: ProposeRecordInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const record = await lockRecord(tx, recordId, version);
      recordLifecycle.step(record.state, `propose-${step.what}`, recordContext(record, actor));
      const hash = recordHash(record);
      switch (step.what) {
        case 'ad-referendum':
          return openProposal(tx, recordAdReferendum, recordId, { hash }, { reason });
        case 'adoption':
          return openProposal(tx, recordAdoption, recordId, { hash }, { reason });
        case 'not-public':
          return openProposal(tx, recordNotPublic, recordId, { hash }, { reason });
        case 'signing': {
          await assertSignatories(tx, step);
          const { on, place, krPostId, jpPostId } = step;
          return openProposal(tx, recordSigning, recordId, { hash, on, place, krPostId, jpPostId }, { reason });
        }
        case 'release': {
          const at = step.at === null ? null : new Date(step.at).toISOString();
          if (at === null && record.releaseAt === null) throw recordsErrors.noReleasePlanned();
          assertMinute(record, at);
          return openProposal(tx, recordRelease, recordId, { hash, at }, { reason });
        }
      }
    });
  }
}

/** A signatory is a post of the side it signs for (domain.md 3.8). */
async function assertSignatories(tx: Tx, { krPostId, jpPostId }: Omit<SigningContent, 'hash'>): Promise<void> {
  const [kr, jp] = [await findPost(tx, krPostId), await findPost(tx, jpPostId)];
  if (kr?.side !== 'kr' || jp?.side !== 'jp') throw recordsErrors.postNotYours();
}

/** Nothing is released in the past, nor before the session's own embargo. */
export function assertMinute(record: RecordRow, at: string | null): void {
  if (at === null) return;
  if (at <= record.now) throw recordsErrors.notInFuture();
  const embargo = record.session?.embargoAt ?? null;
  if (embargo !== null && at < embargo) throw recordsErrors.beforeEmbargo({ at: embargo });
}
