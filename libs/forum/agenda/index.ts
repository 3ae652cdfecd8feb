import { connectAgendaToSessions } from './session-hooks.js';

connectAgendaToSessions();

export { AddItem, type AddItemInput } from './actions/add-item.js';
export { EditItem, type EditItemInput } from './actions/edit-item.js';
export { ExchangeAgenda } from './actions/exchange-agenda.js';
export { MoveItem, type MoveItemInput } from './actions/move-item.js';
export { SignAgenda, WithdrawSignature, type SignAgendaInput } from './actions/sign-agenda.js';
export { TranslateItem, type TranslateItemInput } from './actions/translate-item.js';
export { WithdrawItem } from './actions/withdraw-item.js';
export { agendaAdopted, agendaAgreed, agendaExchanged, agendaKeysCleared, agendaSigned } from './agenda.events.js';
export { AgendaModule } from './agenda.module.js';
export { agendaContent, agendaGaps, agendaHash, type AgendaContent } from './domain/agenda-content.js';
export { agendaContext, itemContext } from './domain/agenda-context.js';
export { agendaErrors } from './domain/agenda.errors.js';
export {
  agendaLifecycle,
  agendaOffers,
  agendaStates,
  itemLifecycle,
  itemOffers,
  itemStates,
  type AgendaState,
  type ItemState,
} from './domain/agenda.lifecycle.js';
export {
  isShared,
  objectives,
  textFields,
  type AgendaGap,
  type AgendaItemRow,
  type AgendaRow,
  type Objective,
  type TextField,
} from './domain/agenda.types.js';
export { agendaEntities, AgendaItemEntity } from './persistence/agenda.entities.js';
export {
  agendaOfItem,
  agendaOfSession,
  listAgendaVersions,
  type AgendaVersionRow,
} from './queries/agenda-of-session.js';
