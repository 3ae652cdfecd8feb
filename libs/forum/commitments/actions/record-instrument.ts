import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { contentHash, openProposal, twoKeyErrors, type AcceptedProposal } from '#forum/two-key';
import { instrumentProposed, instrumentRecorded, instrumentReturned } from '../commitments.events.js';
import { instrumentRecord } from '../commitment-proposals.js';
import type { InstrumentContent } from '../domain/instrument-content.js';
import { instrumentContext, instrumentLifecycle } from '../domain/instrument.lifecycle.js';
import { addEvent } from '../persistence/commitments.repository.js';
import { contentOf, lockInstrument, saveState, shareInstrument } from '../persistence/instruments.repository.js';
import { keyedChange } from './change-status.js';
import type { InstrumentVersion } from './draft-instrument.js';

/**
 * Shows an instrument with its clauses to both sides and turns the first key on it (design.md decision 1).
 * @returns the id of the proposal
 * @throws commitments.instrumentNotFound, common.staleVersion, common.wrongState, common.forbidden, commitments.clausesMissing,
 *   commitments.textsOpen
 */
@Injectable()
export class ProposeInstrument {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: InstrumentVersion & { readonly reason?: string | undefined }): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const draft = await lockInstrument(tx, input.id, input.version);
      const state = instrumentLifecycle.step(draft.state, 'propose', instrumentContext(draft, actor));
      if (draft.state === 'draft') await shareInstrument(tx, draft);
      await saveState(tx, draft, state, instrumentProposed);
      const row = await lockInstrument(tx, draft.id);
      return openProposal(tx, instrumentRecord, row.id, contentOf(row), { reason: input.reason ?? null });
    });
  }
}

/** What the second key does: the clauses are promises from now on. @throws two-key.contentChanged */
export async function agreeInstrument(tx: Tx, accepted: AcceptedProposal<InstrumentContent>): Promise<void> {
  const row = await lockInstrument(tx, accepted.subjectId);
  const state = instrumentLifecycle.step(row.state, 'record', instrumentContext(row, tx.actor, true));
  const stored: unknown = JSON.parse(JSON.stringify(contentOf(row)));
  if (contentHash(stored) !== contentHash(accepted.content)) throw twoKeyErrors.contentChanged();
  const by = await keyedChange(tx, accepted);
  await tx.query(
    `update forum.commitment set status = 'recorded', status_as_of = forum.today(forum.zone_of($2)), version = version + 1, updated_at = forum.now()
      where instrument_id = $1 and removed_at is null and strength <> 'proposal'`,
    [row.id, tx.actor.side],
  );
  // What one side only proposed stays a proposal, now on record (domain.md 1.7).
  for (const clause of row.clauses) {
    const to = clause.strength === 'proposal' ? 'proposed' : 'recorded';
    await addEvent(tx, { id: clause.id, audience: row.audience }, { event: 'recorded', from: 'proposed', to }, by);
  }
  await saveState(tx, row, state, instrumentRecorded);
}

/** What a refusal or a withdrawal of the proposal does: either side may work on the text. */
export async function returnInstrument(tx: Tx, instrumentId: string): Promise<void> {
  const row = await lockInstrument(tx, instrumentId);
  if (row.state !== 'proposed') return;
  const state = instrumentLifecycle.step(row.state, 'return', instrumentContext(row, tx.actor, true));
  await saveState(tx, row, state, instrumentReturned);
}
