import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { loadCalendar } from '#forum/working-days';
import { actionDueExtended } from '../actions.events.js';
import { nextState } from '../domain/action.lifecycle.js';
import { assertDueDay, assertDueLater } from '../domain/due.js';
import { checkReason } from '../domain/reason.js';
import { lockAction, recordEvent, saveAction } from '../persistence/actions.repository.js';

export interface ExtendDueInput {
  readonly id: string;
  readonly version: number;
  /** `YYYY-MM-DD`, later than the present one, a working day of both countries. */
  readonly due: string;
  readonly reason?: string | undefined;
}

/**
 * The owner's secretariat or head moves the due date later. An extension is an event: the first date stays visible (domain.md 3.9).
 * @throws actions.notFound, common.staleVersion, common.wrongState, common.forbidden, actions.reasonMissing, actions.dueNotLater, actions.dueNotWorkingDay
 */
@Injectable()
export class ExtendDue {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: ExtendDueInput): Promise<void> {
    await this.database.runInTx(actor, async (tx) => {
      const item = await lockAction(tx, input.id, input.version);
      nextState(item, 'extend', actor);
      const reason = checkReason(input.reason);
      assertDueLater(input.due, item.due);
      assertDueDay(await loadCalendar(tx), input.due);
      const extended = await saveAction(tx, item, { due: input.due });
      await recordEvent(tx, extended, 'dueExtended', actionDueExtended, {
        from: item.due,
        to: input.due,
        reason,
        lang: actor.language,
      });
    });
  }
}
