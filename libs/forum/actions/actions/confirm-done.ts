import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { closeOpenProposals } from '#forum/two-key';
import { ACTION_SUBJECT, actionDoneConfirmed } from '../actions.events.js';
import { nextState } from '../domain/action.lifecycle.js';
import { lockAction, recordEvent, saveAction } from '../persistence/actions.repository.js';

/**
 * The other side's secretariat or head confirms a joint item (domain.md 2, 8 case 8): done_claimed → done_confirmed.
 * @throws actions.notFound, common.staleVersion, common.wrongState, common.forbidden, actions.ownSideCannotConfirm
 */
@Injectable()
export class ConfirmDone {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: { readonly id: string; readonly version: number }): Promise<void> {
    await this.database.runInTx(actor, async (tx) => {
      const item = await lockAction(tx, input.id, input.version);
      const confirmed = await saveAction(tx, item, { state: nextState(item, 'confirm', actor) });
      await recordEvent(tx, confirmed, 'doneConfirmed', actionDoneConfirmed);
      await closeOpenProposals(tx, ACTION_SUBJECT, item.id);
    });
  }
}
