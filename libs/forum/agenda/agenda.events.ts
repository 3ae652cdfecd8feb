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
