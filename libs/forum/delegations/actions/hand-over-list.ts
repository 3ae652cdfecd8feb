import { Injectable } from '@nestjs/common';
import { otherSide, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { delegationAccepted, delegationApproved, delegationSubmitted } from '../delegations.events.js';
import { delegationContext } from '../domain/delegation-context.js';
import { delegationLifecycle } from '../domain/delegation.lifecycle.js';
import { shareCompanyPeople } from '../persistence/company-people.repository.js';
import { lockListAt, saveList, shareList, sideOf } from '../persistence/delegations.repository.js';

export interface HandOverInput {
  readonly sessionId: string;
  /** Version of the list the actor has seen (If-Match). */
  readonly version: number;
}

/** The head of the own side approves the draft (domain.md 2). @throws delegations.headMissing, delegations.alreadyApproved */
@Injectable()
export class ApproveDelegation {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: HandOverInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { list, session } = await lockListAt(tx, input.sessionId, sideOf(actor), input.version);
      const state = delegationLifecycle.step(list.state, 'approve', delegationContext(list, session, actor));
      const version = await saveList(tx, list, state, { approved: true });
      const about = { audience: list.audience, subjectType: 'session', subjectId: session.id };
      await tx.publish(delegationApproved, { sessionId: session.id, side: list.side, version }, about);
    });
  }
}

/**
 * Hands the own side's list to the other side: from now on both see it, without what its people need.
 * @throws delegations.notApproved, delegations.headMissing, common.wrongState, common.staleVersion
 */
@Injectable()
export class SubmitDelegation {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: HandOverInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { list, session } = await lockListAt(tx, input.sessionId, sideOf(actor), input.version);
      delegationLifecycle.step(list.state, 'submit', delegationContext(list, session, actor));
      const version = await shareList(tx, list);
      await shareCompanyPeople(tx, session, list.side);
      const about = { audience: 'joint', subjectType: 'session', subjectId: session.id } as const;
      await tx.publish(delegationSubmitted, { sessionId: session.id, side: list.side, version }, about);
    });
  }
}

/** The other side's secretariat takes note of a list as it stands; a later change asks for it again. */
@Injectable()
export class AcceptDelegation {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: HandOverInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { list, session } = await lockListAt(tx, input.sessionId, otherSide(sideOf(actor)), input.version);
      const state = delegationLifecycle.step(list.state, 'accept', delegationContext(list, session, actor));
      const version = await saveList(tx, list, state, { accepted: true });
      const about = { audience: 'joint', subjectType: 'session', subjectId: session.id } as const;
      await tx.publish(delegationAccepted, { sessionId: session.id, side: list.side, version }, about);
    });
  }
}
