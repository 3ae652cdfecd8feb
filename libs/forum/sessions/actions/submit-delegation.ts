import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { findPost, identityErrors } from '#forum/identity';
import { sessionsErrors } from '../domain/sessions.errors.js';
import { saveDelegation } from '../persistence/sessions.repository.js';
import { delegationSubmitted } from '../sessions.events.js';
import { takeStep, type StepInput } from './take-step.js';

export interface SubmitDelegationInput extends StepInput {
  readonly headPostId: string;
  readonly memberPostIds: readonly string[];
}

/**
 * Hands the own side's delegation list to the other side: a head, then members in the order given (domain.md 3.4).
 * @throws sessions.delegationAlreadyIn, sessions.headNotOfSide, identity.postNotFound
 */
@Injectable()
export class SubmitDelegation {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: SubmitDelegationInput): Promise<void> {
    return takeStep(this.database, actor, input, 'submit-delegation', {}, delegationSubmitted, async (tx, facts) => {
      if (actor.side === null) throw commonErrors.forbidden();
      for (const postId of [input.headPostId, ...input.memberPostIds]) await refuseForeignPost(tx, postId, actor);
      await saveDelegation(tx, facts.id, actor.side, input.headPostId, input.memberPostIds);
    });
  }
}

async function refuseForeignPost(tx: Tx, postId: string, actor: Actor): Promise<void> {
  const post = await findPost(tx, postId);
  if (!post) throw identityErrors.postNotFound();
  if (post.side !== actor.side) throw sessionsErrors.headNotOfSide();
}
