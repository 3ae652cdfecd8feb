import { defineEvent } from '#platform/database';

type ItemEvent = { sessionId: string; agendaId: string; itemId: string; version: number };
type AgendaEvent = { sessionId: string; agendaId: string; version: number };

export const agendaItemAdded = defineEvent<ItemEvent>('agenda.itemAdded');
export const agendaItemEdited = defineEvent<ItemEvent>('agenda.itemEdited');
export const agendaItemTranslated = defineEvent<ItemEvent & { language: string }>('agenda.itemTranslated');
export const agendaItemMoved = defineEvent<ItemEvent>('agenda.itemMoved');
export const agendaItemWithdrawn = defineEvent<ItemEvent>('agenda.itemWithdrawn');
export const agendaExchanged = defineEvent<AgendaEvent>('agenda.exchanged');
export const agendaSigned = defineEvent<AgendaEvent & { hash: string }>('agenda.signed');
export const agendaSignatureWithdrawn = defineEvent<AgendaEvent>('agenda.signatureWithdrawn');
export const agendaAgreed = defineEvent<AgendaEvent & { hash: string }>('agenda.agreed');
/** A change cleared the keys of these sides; both secretariats are told (domain.md 3.6). */
export const agendaKeysCleared = defineEvent<AgendaEvent & { sides: string[] }>('agenda.keysCleared');
export const agendaAdopted = defineEvent<AgendaEvent>('agenda.adopted');
export const agendaItemLinked = defineEvent<ItemEvent>('agenda.itemLinked');
/** A side said something about an item, to itself or to both. */
export const agendaItemCommented = defineEvent<ItemEvent>('agenda.itemCommented');
/** Both sides put the item off to a later session. */
export const agendaItemDeferred = defineEvent<ItemEvent>('agenda.itemDeferred');
export const agendaItemDiscussed = defineEvent<ItemEvent>('agenda.itemDiscussed');
/** Both keys stand on its release: from now on this audience may read it. */
export const agendaPublished = defineEvent<AgendaEvent & { audience: string; hash: string }>('agenda.published');
/** Both sides changed the standing items of a channel. */
export const agendaTemplateAgreed = defineEvent<{ channelId: string; version: number }>('agenda.templateAgreed');
