import { Injectable } from '@nestjs/common';
import { commonErrors, newText, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { actionBlocked, actionUnblocked } from '../actions.events.js';
import { nextState } from '../domain/action.lifecycle.js';
import { actionsErrors } from '../domain/actions.errors.js';
import { checkReason } from '../domain/reason.js';
import { addComment, lockAction, recordEvent, saveAction } from '../persistence/actions.repository.js';

export interface BlockActionInput {
  readonly id: string;
  readonly version: number;
  /** Stays with the owner's side (domain.md 3.9). */
  readonly reason?: string | undefined;
  /** `YYYY-MM-DD`: when work is expected to go on; both sides see it. */
  readonly expectedOn: string;
}

/**
 * The owner cannot go on for now: open or in_progress → blocked. The other side sees that it is so and until when, never why.
 * @throws actions.notFound, common.staleVersion, common.wrongState, common.forbidden, actions.reasonMissing, actions.expectedInPast
 */
@Injectable()
export class BlockAction {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: BlockActionInput): Promise<void> {
    await this.database.runInTx(actor, async (tx) => {
      const item = await lockAction(tx, input.id, input.version);
      const state = nextState(item, 'block', actor);
      const reason = checkReason(input.reason);
      const { expectedOn } = input;
      const [now] = await tx.query<{ today: string }>('select forum.today(forum.zone_of($1)) as today', [
        item.ownerSide,
      ]);
      if (!now) throw commonErrors.notFound();
      if (expectedOn < now.today) {
        const params = { expected: expectedOn, today: now.today };
        throw actionsErrors.expectedInPast(params, [
          { path: 'expectedOn', code: actionsErrors.expectedInPast.code, params },
        ]);
      }
      const blocked = await saveAction(tx, item, { state, expectedOn });
      await addComment(tx, item.id, item.ownerSide, { kind: 'block_reason', text: newText(actor.language, reason) });
      await recordEvent(tx, blocked, 'blocked', actionBlocked, { expectedOn });
    });
  }
}

/** The owner goes on: blocked → in_progress. @throws actions.notFound, common.staleVersion, common.wrongState, common.forbidden */
@Injectable()
export class UnblockAction {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: { readonly id: string; readonly version: number }): Promise<void> {
    await this.database.runInTx(actor, async (tx) => {
      const item = await lockAction(tx, input.id, input.version);
      const going = await saveAction(tx, item, { state: nextState(item, 'unblock', actor) });
      await recordEvent(tx, going, 'unblocked', actionUnblocked);
    });
  }
}
