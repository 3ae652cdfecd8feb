import { Injectable } from '@nestjs/common';
import { commonErrors, newText, type Actor, type Language, type Side } from '#core/kernel';
import { Database } from '#platform/database';
import { agendaLifecycle } from '../domain/agenda.lifecycle.js';
import { agendaContext } from '../domain/agenda-context.js';
import type { ItemKind, Objective } from '../domain/agenda.types.js';
import { factsOfKind } from '../domain/kind-rules.js';
import { agendaItemAdded } from '../agenda.events.js';
import { insertDraft, lockAgenda, saveNote } from '../persistence/agenda.repository.js';

export interface AddItemInput {
  readonly sessionId: string;
  /** An item unless told. */
  readonly kind?: ItemKind | undefined;
  /** Language in which title, description and note are written: their source. */
  readonly lang: Language;
  readonly title: string;
  readonly description?: string | undefined;
  /** Of speech, or of the break; a section has none. */
  readonly minutes?: number | undefined;
  /** Of an item, which needs one. */
  readonly objective?: Objective | undefined;
  readonly lead?: Side | undefined;
  readonly privateNote?: string | undefined;
}

/**
 * Adds an item, section or break as a draft of the own side; the other side learns nothing of it until it is exchanged.
 * @returns the id of the item
 * @throws agenda.notFound, agenda.notForKind, common.required, common.forbidden, common.wrongState once the agenda is adopted
 */
@Injectable()
export class AddItem {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: AddItemInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const agenda = await lockAgenda(tx, input.sessionId);
      agendaLifecycle.step(agenda.state, 'add-item', agendaContext(agenda, actor));
      const { side } = actor;
      const kind = input.kind ?? 'item';
      if (side === null) throw commonErrors.forbidden();
      const itemId = await insertDraft(tx, agenda, side, {
        title: newText(input.lang, input.title),
        description: input.description ? newText(input.lang, input.description) : null,
        lead: input.lead ?? null,
        kind,
        ...factsOfKind(kind, input),
      });
      if (input.privateNote) await saveNote(tx, itemId, side, newText(input.lang, input.privateNote));
      const payload = { sessionId: agenda.sessionId, agendaId: agenda.id, itemId, version: 1 };
      await tx.publish(agendaItemAdded, payload, { audience: side, subjectType: 'agenda_item', subjectId: itemId });
      return itemId;
    });
  }
}
