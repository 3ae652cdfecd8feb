import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { agendaErrors } from '../domain/agenda.errors.js';
import { itemContext } from '../domain/agenda-context.js';
import { itemLifecycle } from '../domain/agenda.lifecycle.js';
import { isShared } from '../domain/agenda.types.js';
import { agendaItemMoved } from '../agenda.events.js';
import { lockItem } from '../persistence/agenda.repository.js';
import { afterSharedChange } from './after-change.js';

export interface MoveItemInput {
  readonly itemId: string;
  readonly version: number;
  /** New place among the items of the same kind (shared ones, or the own drafts), from 1. */
  readonly to: number;
}

/**
 * Moves an item to another place; others make room. Order is part of what is signed, so a move clears both keys.
 * @throws agenda.itemNotFound, agenda.positionOutOfRange, common.staleVersion, common.forbidden
 */
@Injectable()
export class MoveItem {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: MoveItemInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { agenda, item } = await lockItem(tx, input.itemId, input.version);
      itemLifecycle.step(item.state, 'move', itemContext(item, actor));
      const peers = agenda.items.filter((other) => other.audience === item.audience);
      if (input.to < 1 || input.to > peers.length) throw agendaErrors.positionOutOfRange({ max: peers.length });
      const places = peers.map((peer) => peer.position);
      const order = peers.filter((peer) => peer.id !== item.id);
      order.splice(input.to - 1, 0, item);
      for (const [index, peer] of order.entries()) {
        if (peer.position !== places[index])
          await tx.query('update forum.agenda_item set position = $2 where id = $1', [peer.id, places[index]]);
      }
      if (isShared(item)) await afterSharedChange(tx, agenda, 'proposal');
      const about = { audience: item.audience, subjectType: 'agenda_item', subjectId: item.id };
      await tx.publish(
        agendaItemMoved,
        { sessionId: agenda.sessionId, agendaId: agenda.id, itemId: item.id, version: item.version },
        about,
      );
    });
  }
}
