import { commonErrors } from '#core/kernel';
import { registerTranslatable, type TranslatableObject } from '#forum/translation';
import { translateItem } from './actions/translate-item.js';
import {
  agendaExchanged,
  agendaItemAdded,
  agendaItemDeferred,
  agendaItemEdited,
  agendaItemWithdrawn,
} from './agenda.events.js';
import type { ItemState } from './domain/agenda.lifecycle.js';
import { textFields, type AgendaItemRow, type AgendaRow } from './domain/agenda.types.js';
import { agendaById, agendaOfItem } from './queries/agenda-of-session.js';

/** States in which words may still move. */
const openStates: readonly ItemState[] = ['draft', 'exchanged', 'in_negotiation', 'agreed'];

/** Puts the texts of agendas before the translation desk (domain.md 3.5); a request is made for a whole agenda. */
export function connectAgendaToTranslation(): void {
  registerTranslatable({
    subjectType: 'agenda_item',
    containerType: 'agenda',
    async ofContainer(reader, agendaId) {
      const agenda = await agendaById(reader, null, agendaId);
      return agenda ? agenda.items.map((item) => translatable(agenda, item)) : [];
    },
    async find(reader, ids) {
      const found: TranslatableObject[] = [];
      const known = new Map<string, AgendaRow>();
      for (const id of ids) {
        const agenda =
          [...known.values()].find(({ items }) => items.some((item) => item.id === id)) ??
          (await agendaOfItem(reader, null, id));
        const item = agenda?.items.find((candidate) => candidate.id === id);
        if (!agenda || !item) continue;
        known.set(agenda.id, agenda);
        found.push(translatable(agenda, item));
      }
      return found;
    },
    write: (tx, { id, version, field, lang, work }) => {
      const known = textFields.find((name) => name === field);
      if (!known) throw commonErrors.notFound();
      return translateItem(tx, { itemId: id, version, field: known, lang, work });
    },
    changedBy: [agendaExchanged, agendaItemAdded, agendaItemEdited, agendaItemWithdrawn, agendaItemDeferred],
  });
}

function translatable(agenda: AgendaRow, item: AgendaItemRow): TranslatableObject {
  return {
    id: item.id,
    containerId: agenda.id,
    version: item.version,
    audience: item.audience,
    label: item.title,
    path: `/sessions/${agenda.sessionId}/agenda#item-${item.id}`,
    sessionId: agenda.sessionId,
    open: openStates.includes(item.state),
    texts: textFields.flatMap((field) => {
      const text = item[field];
      return text ? [{ field, text }] : [];
    }),
  };
}
