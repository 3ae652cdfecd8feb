import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { agendaItemAdded } from '../agenda.events.js';
import { agendaContext } from '../domain/agenda-context.js';
import { agendaErrors } from '../domain/agenda.errors.js';
import { agendaLifecycle } from '../domain/agenda.lifecycle.js';
import { insertDraft, lockAgenda } from '../persistence/agenda.repository.js';
import { saveLinks } from '../persistence/links.repository.js';
import { deferredItemsFor } from '../queries/carry-over.js';

export interface CarryOverInput {
  readonly sessionId: string;
  /** Deferred items to take up; all that wait unless told. */
  readonly itemIds?: readonly string[] | undefined;
}

/**
 * Takes up items that earlier sessions put off, as drafts of the own side that link to them: their words are those of their origin until
 * somebody gives them words of their own.
 * @throws agenda.notFound, agenda.itemNotFound for what does not wait, agenda.nothingToAdd, common.forbidden, common.wrongState
 */
@Injectable()
export class CarryOver {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { sessionId, itemIds }: CarryOverInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const agenda = await lockAgenda(tx, sessionId);
      agendaLifecycle.step(agenda.state, 'add-item', agendaContext(agenda, actor));
      const { side } = actor;
      if (side === null) throw commonErrors.forbidden();
      const waiting = await deferredItemsFor(tx, side, sessionId);
      if (itemIds?.some((id) => !waiting.some(({ itemId }) => itemId === id))) throw agendaErrors.itemNotFound();
      const taken = itemIds ? waiting.filter(({ itemId }) => itemIds.includes(itemId)) : waiting;
      if (taken.length === 0) throw agendaErrors.nothingToAdd();
      for (const [place, origin] of taken.entries()) {
        const { minutes, objective, lead } = origin;
        const itemId = await insertDraft(
          tx,
          agenda,
          side,
          { kind: 'item', carriedFromId: origin.itemId, title: null, description: null, lead, minutes, objective },
          place,
        );
        await saveLinks(tx, itemId, side, origin.links);
        const payload = { sessionId, agendaId: agenda.id, itemId, version: 1 };
        await tx.publish(agendaItemAdded, payload, { audience: side, subjectType: 'agenda_item', subjectId: itemId });
      }
    });
  }
}
