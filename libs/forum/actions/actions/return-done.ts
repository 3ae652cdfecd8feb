import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { actionReturned } from '../actions.events.js';
import { nextState } from '../domain/action.lifecycle.js';
import { checkReason } from '../domain/reason.js';
import { lockAction, recordEvent, saveAction } from '../persistence/actions.repository.js';

export interface ReturnDoneInput {
  readonly id: string;
  readonly version: number;
  readonly reason?: string | undefined;
}

/**
 * Whoever would confirm sends the item back instead, with a reason both sides read: done_claimed → in_progress.
 * @throws actions.notFound, common.staleVersion, common.wrongState, common.forbidden, actions.ownSideCannotReturn, actions.reasonMissing
 */
@Injectable()
export class ReturnDone {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: ReturnDoneInput): Promise<void> {
    await this.database.runInTx(actor, async (tx) => {
      const item = await lockAction(tx, input.id, input.version);
      const state = nextState(item, 'return', actor);
      const reason = checkReason(input.reason);
      const returned = await saveAction(tx, item, { state });
      await recordEvent(tx, returned, 'returned', actionReturned, { reason, lang: actor.language });
    });
  }
}
