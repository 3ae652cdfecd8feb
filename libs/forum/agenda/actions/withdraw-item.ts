import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { closeOpenProposals } from '#forum/two-key';
import { itemContext } from '../domain/agenda-context.js';
import { itemLifecycle } from '../domain/agenda.lifecycle.js';
import { isShared } from '../domain/agenda.types.js';
import { agendaItemWithdrawn } from '../agenda.events.js';
import { lockItem, saveItem } from '../persistence/agenda.repository.js';
import { afterSharedChange } from './after-change.js';

/**
 * Withdraws an item; only the side that proposed it may (domain.md 3.6). The row stays for the record.
 * @throws agenda.itemNotFound, agenda.onlyProposerWithdraws, common.staleVersion, common.forbidden
 */
@Injectable()
export class WithdrawItem {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: { readonly itemId: string; readonly version: number }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { agenda, item } = await lockItem(tx, input.itemId, input.version);
      const state = itemLifecycle.step(item.state, 'withdraw', itemContext(item, actor));
      const version = await saveItem(tx, { ...item, state });
      await closeOpenProposals(tx, 'agenda_item', item.id);
      if (isShared(item)) await afterSharedChange(tx, agenda, 'proposal');
      const about = { audience: item.audience, subjectType: 'agenda_item', subjectId: item.id };
      await tx.publish(
        agendaItemWithdrawn,
        { sessionId: agenda.sessionId, agendaId: agenda.id, itemId: item.id, version },
        about,
      );
    });
  }
}
