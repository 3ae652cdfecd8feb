import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { rankAsked, rankKept } from '../delegations.events.js';
import { delegationContext } from '../domain/delegation-context.js';
import { delegationLifecycle } from '../domain/delegation.lifecycle.js';
import { delegationsErrors } from '../domain/delegations.errors.js';
import { lockMember, sideOf } from '../persistence/delegations.repository.js';
import { closeRankRequests, insertRankRequest } from '../persistence/rank-requests.repository.js';
import { assertMayEdit } from './after-edit.js';

export interface AskRankInput {
  readonly memberId: string;
  readonly version: number;
  readonly rank: number;
  readonly note: string;
}

/**
 * Asks the other side for another rank number of one of its people; it stays theirs to set (domain.md 3.4).
 * @throws delegations.memberNotFound, delegations.rankSame, common.staleVersion, common.forbidden
 */
@Injectable()
export class AskRank {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: AskRankInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { list, session, member } = await lockMember(tx, input.memberId, input.version);
      delegationLifecycle.step(list.state, 'ask-rank', delegationContext(list, session, actor));
      if (input.rank === member.rank) throw delegationsErrors.rankSame();
      await insertRankRequest(tx, member.id, { side: sideOf(actor), rank: input.rank, note: input.note });
      const about = { audience: 'joint', subjectType: 'session', subjectId: session.id } as const;
      await tx.publish(rankAsked, { sessionId: session.id, memberId: member.id, rank: input.rank }, about);
    });
  }
}

/** The own side keeps its number. @throws delegations.noRankRequest */
@Injectable()
export class KeepRank {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: { readonly memberId: string; readonly version: number }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { member, ...locked } = await lockMember(tx, input.memberId, input.version);
      assertMayEdit(locked, actor);
      if (!actor.roles.includes('secretariat')) throw commonErrors.forbidden();
      if ((await closeRankRequests(tx, member.id, 'kept')) === 0) throw delegationsErrors.noRankRequest();
      const about = { audience: 'joint', subjectType: 'session', subjectId: locked.session.id } as const;
      await tx.publish(rankKept, { sessionId: locked.session.id, memberId: member.id }, about);
    });
  }
}
