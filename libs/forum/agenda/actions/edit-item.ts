import { Injectable } from '@nestjs/common';
import {
  commonErrors,
  editText,
  newText,
  type Actor,
  type Language,
  type LocalizedText,
  type Side,
} from '#core/kernel';
import { Database } from '#platform/database';
import { itemContext } from '../domain/agenda-context.js';
import { itemLifecycle } from '../domain/agenda.lifecycle.js';
import { isShared, type AgendaItemRow, type Objective } from '../domain/agenda.types.js';
import { assertFitsKind } from '../domain/kind-rules.js';
import { agendaItemEdited } from '../agenda.events.js';
import { lockItem, saveItem, saveNote } from '../persistence/agenda.repository.js';
import { afterSharedChange } from './after-change.js';

export interface EditItemInput {
  readonly itemId: string;
  readonly version: number;
  /** Language in which the texts below are written. In a text's source language an edit makes the other languages stale. */
  readonly lang: Language;
  readonly title?: string | undefined;
  /** An empty description takes it away. */
  readonly description?: string | undefined;
  readonly minutes?: number | undefined;
  readonly objective?: Objective | undefined;
  readonly lead?: Side | null | undefined;
  readonly privateNote?: string | undefined;
}

/**
 * Edits an item: the own side's draft freely, a shared item as a counter-proposal, which clears both keys when words change.
 * @throws agenda.itemNotFound, agenda.notForKind, common.staleVersion, common.forbidden, common.wrongState
 */
@Injectable()
export class EditItem {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: EditItemInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { agenda, item } = await lockItem(tx, input.itemId, input.version);
      const state = itemLifecycle.step(item.state, 'edit', itemContext(item, actor));
      assertFitsKind(item.kind, input);
      if (input.privateNote !== undefined) {
        if (actor.side === null) throw commonErrors.forbidden();
        await saveNote(
          tx,
          item.id,
          actor.side,
          item.note ? editText(item.note, input.lang, input.privateNote) : newText(input.lang, input.privateNote),
        );
      }
      if (onlyNote(input)) return;
      const version = await saveItem(tx, { ...edited(item, input), state });
      if (isShared(item)) await afterSharedChange(tx, agenda, 'proposal');
      const about = { audience: item.audience, subjectType: 'agenda_item', subjectId: item.id };
      await tx.publish(
        agendaItemEdited,
        { sessionId: agenda.sessionId, agendaId: agenda.id, itemId: item.id, version },
        about,
      );
    });
  }
}

/** A private note changes nothing that the other side could notice, not even a version number. */
function onlyNote(input: EditItemInput): boolean {
  return [input.title, input.description, input.minutes, input.objective, input.lead].every(
    (value) => value === undefined,
  );
}

function edited(item: AgendaItemRow, input: EditItemInput): AgendaItemRow {
  return {
    ...item,
    ownWords: item.ownWords || input.title !== undefined || input.description !== undefined,
    title: input.title === undefined ? item.title : editText(item.title, input.lang, input.title),
    description:
      input.description === undefined
        ? item.description
        : editedDescription(item.description, input.lang, input.description),
    minutes: input.minutes ?? item.minutes,
    objective: input.objective ?? item.objective,
    lead: input.lead === undefined ? item.lead : input.lead,
  };
}

function editedDescription(known: LocalizedText | null, lang: Language, text: string): LocalizedText | null {
  if (text === '') return null;
  return known ? editText(known, lang, text) : newText(lang, text);
}
