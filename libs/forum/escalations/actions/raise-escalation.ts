import { Injectable } from '@nestjs/common';
import { textAsShared, type Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { lockRadioIssue } from '#forum/radio';
import { closeOpenProposals, contentHash, openProposal, twoKeyErrors, type AcceptedProposal } from '#forum/two-key';
import { escalationContext } from '../domain/escalation-context.js';
import { escalationLifecycle } from '../domain/escalation.lifecycle.js';
import { isShared } from '../domain/escalation.types.js';
import { riseContent, riseProposal, type RiseContent } from '../domain/proposals.js';
import { escalationAccepted, escalationRaised, escalationRefused, escalationWithdrawn } from '../escalations.events.js';
import { lockEscalation, moveEscalation, noteEvent, showEscalation } from '../persistence/escalations.repository.js';
import { findMatter } from '../queries/matters.js';
import { aboutRise, placeNext, riseOf, tellRegister, unplace } from './after-step.js';
import type { EscalationVersion } from './draft-escalation.js';
import { assertMeets } from './find-way.js';

/**
 * Raises a matter: both sides see it from now on, the own key stands on it, and the next session of the higher channel has it on its
 * agenda as an item of the own side. Without such a session it waits for one.
 * @throws escalations.notFound, escalations.textsOpen with the gaps, escalations.matterNotOpen, escalations.alreadyUnderWay, escalations.channelStopped,
 *   common.staleVersion
 */
@Injectable()
export class RaiseEscalation {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { escalationId, version }: EscalationVersion): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const row = await lockEscalation(tx, escalationId, version);
      // Two rises of one matter at once: the register's lock lets one of them see the other.
      if (row.matter.kind === 'radio_issue') await lockRadioIssue(tx, row.matter.id);
      else await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 46))', [row.matter.id]);
      const matter = await findMatter(tx, actor.side, row.matter);
      escalationLifecycle.step(row.state, 'raise', escalationContext(row, matter, actor));
      await assertMeets(tx, row.to?.id ?? null);
      const words = {
        title: textAsShared(row.title),
        summary: textAsShared(row.summary),
        request: textAsShared(row.request),
      };
      await showEscalation(tx, row.id, words);
      await noteEvent(tx, row.id, 'raised', { level: row.toLevel, channelId: row.to?.id ?? null });
      await openProposal(tx, riseProposal, row.id, riseContent(row));
      const about = aboutRise({ ...row, audience: 'joint' });
      await tx.publish(escalationRaised, { ...riseOf(row), level: row.toLevel }, about);
      await placeNext(tx, { ...row, ...words });
    });
  }
}

/**
 * The other side's key: the higher level takes the matter.
 * @throws two-key.contentChanged, escalations.matterNotOpen when it was settled meanwhile, escalations.channelStopped, common.wrongState
 */
export async function acceptRise(tx: Tx, { subjectId, content }: AcceptedProposal<RiseContent>): Promise<void> {
  const row = await lockEscalation(tx, subjectId);
  if (contentHash(content) !== contentHash(riseContent(row))) throw twoKeyErrors.contentChanged();
  const matter = await findMatter(tx, tx.actor.side, row.matter);
  const context = escalationContext(row, matter, tx.actor, true);
  const state = escalationLifecycle.step(row.state, 'accept', context);
  await assertMeets(tx, row.to?.id ?? null);
  await moveEscalation(tx, row.id, state);
  await noteEvent(tx, row.id, 'accepted', { level: row.toLevel, channelId: row.to?.id ?? null });
  await tellRegister(tx, row, row.toLevel, row.to?.id ?? null);
  await tx.publish(escalationAccepted, { ...riseOf(row), level: row.toLevel }, aboutRise(row));
}

/** The other side refuses: the matter stays where it is and leaves the agenda of the higher level. */
export async function refuseRise(tx: Tx, escalationId: string, reason: string | null): Promise<void> {
  const row = await lockEscalation(tx, escalationId);
  const state = escalationLifecycle.step(row.state, 'refuse', escalationContext(row, undefined, tx.actor, true));
  await moveEscalation(tx, row.id, state);
  await noteEvent(tx, row.id, 'refused', { level: row.toLevel, channelId: row.to?.id ?? null, reason });
  await unplace(tx, row);
  await closeOpenProposals(tx, 'escalation', row.id);
  await tx.publish(escalationRefused, riseOf(row), aboutRise(row));
}

/** Takes an own rise back; what was raised stays in the history. @throws escalations.notFound, common.staleVersion, common.forbidden */
@Injectable()
export class WithdrawEscalation {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { escalationId, version }: EscalationVersion): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const row = await lockEscalation(tx, escalationId, version);
      const matter = await findMatter(tx, actor.side, row.matter);
      const state = escalationLifecycle.step(row.state, 'withdraw', escalationContext(row, matter, actor));
      await moveEscalation(tx, row.id, state);
      if (isShared(row)) {
        await noteEvent(tx, row.id, 'withdrawn');
        await unplace(tx, row);
        await closeOpenProposals(tx, 'escalation', row.id);
      }
      await tx.publish(escalationWithdrawn, riseOf(row), aboutRise(row));
    });
  }
}
