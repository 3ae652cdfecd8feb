import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { closeOpenProposals } from '#forum/two-key';
import { agendaItemDiscussed } from '../agenda.events.js';
import { itemContext } from '../domain/agenda-context.js';
import { itemLifecycle } from '../domain/agenda.lifecycle.js';
import { lockItem, saveItem } from '../persistence/agenda.repository.js';
import { afterSharedChange } from './after-change.js';

/**
 * Notes that an item of the adopted agenda was discussed; an open proposal to defer it has nothing left to decide.
 * @throws agenda.itemNotFound, agenda.notForKind, common.wrongState before the opening, common.staleVersion, common.forbidden
 */
@Injectable()
export class MarkDiscussed {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: { readonly itemId: string; readonly version: number }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { agenda, item } = await lockItem(tx, input.itemId, input.version);
      const state = itemLifecycle.step(item.state, 'discuss', itemContext(item, actor));
      const version = await saveItem(tx, { ...item, state });
      await closeOpenProposals(tx, 'agenda_item', item.id);
      await afterSharedChange(tx, agenda, 'proposal');
      const payload = { sessionId: agenda.sessionId, agendaId: agenda.id, itemId: item.id, version };
      await tx.publish(agendaItemDiscussed, payload, {
        audience: item.audience,
        subjectType: 'agenda_item',
        subjectId: item.id,
      });
    });
  }
}
