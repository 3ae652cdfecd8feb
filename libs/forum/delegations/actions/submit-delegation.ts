import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { findPost, identityErrors } from '#forum/identity';
import { delegationsErrors } from '../domain/delegations.errors.js';
import { preparationRefusal } from '../domain/session-offers.js';
import { delegationSubmitted } from '../delegations.events.js';
import { lockSessionAt, saveDelegation } from '../persistence/delegations.repository.js';
import { readPreparation } from '../queries/preparation.js';

export interface NameDelegationInput {
  readonly sessionId: string;
  /** The session's version the actor has seen (If-Match). */
  readonly version: number;
  readonly headPostId: string;
  readonly memberPostIds: readonly string[];
}

/**
 * Hands the own side's delegation list to the other side: a head, then members in the order given (domain.md 3.4).
 * @throws delegations.delegationAlreadyIn, delegations.headNotOfSide, identity.postNotFound
 */
@Injectable()
export class SubmitDelegation {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: NameDelegationInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const session = await lockSessionAt(tx, input.sessionId, input.version);
      const refusal = preparationRefusal('submit-delegation', session, await readPreparation(tx, session.id), actor);
      if (refusal) throw refusal;
      const { side } = actor;
      if (side === null) throw commonErrors.forbidden();
      for (const postId of [input.headPostId, ...input.memberPostIds]) await refuseForeignPost(tx, postId, actor);
      await saveDelegation(tx, session.id, side, input.headPostId, input.memberPostIds);
      await tx.publish(
        delegationSubmitted,
        { sessionId: session.id, side, version: 1 },
        { audience: 'joint', subjectType: 'session', subjectId: session.id },
      );
    });
  }
}

async function refuseForeignPost(tx: Tx, postId: string, actor: Actor): Promise<void> {
  const post = await findPost(tx, postId);
  if (!post) throw identityErrors.postNotFound();
  if (post.side !== actor.side) throw delegationsErrors.headNotOfSide();
}
