import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { contentHash } from '../domain/content-hash.js';
import { applierOf } from '../domain/proposal-kinds.js';
import { proposalContext, proposalLifecycle } from '../domain/proposal.lifecycle.js';
import type { ProposalRow } from '../domain/proposal.types.js';
import { twoKeyErrors } from '../domain/two-key.errors.js';
import { lockProposal, settle } from '../persistence/proposals.repository.js';
import { proposalAccepted, proposalRefused, proposalWithdrawn } from '../two-key.events.js';
import { clearKeys, turnKey } from './turn-key.js';

export interface AcceptInput {
  readonly proposalId: string;
  /** The hash the actor has seen, 64 hex digits: the key is turned on exactly this content. */
  readonly hash: string;
}

/**
 * Turns the second key on a proposal, which makes the change in the same transaction.
 * @throws two-key.proposalNotFound, common.wrongState when it is no longer open, common.forbidden for its own side,
 * two-key.contentChanged, or whatever the change itself is refused with
 */
@Injectable()
export class AcceptProposal {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { proposalId, hash }: AcceptInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const proposal = await lockProposal(tx, proposalId);
      const state = proposalLifecycle.step(proposal.state, 'accept', proposalContext(proposal.proposedBy, actor));
      if (proposal.hash !== hash || contentHash(proposal.content) !== hash) throw twoKeyErrors.contentChanged();
      const both = await turnKey(tx, { subjectType: 'proposal', subjectId: proposal.id }, hash);
      if (!both) throw twoKeyErrors.contentChanged();
      await settle(tx, proposal.id, state, {});
      const { id, subjectId, content, proposedBy, reason } = proposal;
      await applierOf(proposal.kind)(tx, { id, subjectId, content, proposedBy, reason });
      await tell(tx, proposalAccepted, proposal);
    });
  }
}

export interface RefuseInput {
  readonly proposalId: string;
  /** Read by both sides. */
  readonly reason: string | null;
}

/** Refuses the other side's proposal. @throws two-key.proposalNotFound, common.wrongState, common.forbidden */
@Injectable()
export class RefuseProposal {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { proposalId, reason }: RefuseInput): Promise<void> {
    return end(this.database, actor, proposalId, 'refuse', reason);
  }
}

/** Takes the own side's proposal back. @throws two-key.proposalNotFound, common.wrongState, common.forbidden */
@Injectable()
export class WithdrawProposal {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { proposalId }: { readonly proposalId: string }): Promise<void> {
    return end(this.database, actor, proposalId, 'withdraw', null);
  }
}

function end(
  database: Database,
  actor: Actor,
  proposalId: string,
  action: 'refuse' | 'withdraw',
  reason: string | null,
): Promise<void> {
  return database.runInTx(actor, async (tx) => {
    const proposal = await lockProposal(tx, proposalId);
    const state = proposalLifecycle.step(proposal.state, action, proposalContext(proposal.proposedBy, actor));
    await clearKeys(tx, { subjectType: 'proposal', subjectId: proposal.id }, state);
    await settle(tx, proposal.id, state, { reason });
    await tell(tx, action === 'refuse' ? proposalRefused : proposalWithdrawn, proposal);
  });
}

function tell(tx: Tx, event: typeof proposalAccepted, proposal: ProposalRow): Promise<void> {
  const { id, kind, subjectType, subjectId, proposedBy } = proposal;
  const payload = { proposalId: id, kind, subjectType, subjectId, proposedBy };
  return tx.publish(event, payload, {
    audience: 'joint',
    subjectType,
    subjectId,
  });
}
