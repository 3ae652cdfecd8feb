import { registerViolations } from '#platform/database';
import { connectAgendaToProposals } from './agenda-proposals.js';
import { connectAgendaToTranslation } from './agenda-texts.js';
import { agendaErrors } from './domain/agenda.errors.js';
import { connectAgendaToSessions } from './session-hooks.js';

// The rules say so before; the database has the last word.
registerViolations({
  uq_agenda_item_standing: agendaErrors.alreadyShared,
  uq_agenda_item_carried_from_id: agendaErrors.alreadyShared,
});
connectAgendaToSessions();
connectAgendaToProposals();
connectAgendaToTranslation();

export { AddItem, type AddItemInput } from './actions/add-item.js';
export { AddStandingItems } from './actions/add-standing-items.js';
export { mayProposeTemplate, ProposeTemplate, type ProposeTemplateInput } from './actions/agree-template.js';
export { CarryOver, type CarryOverInput } from './actions/carry-over.js';
export { CommentItem, type CommentItemInput } from './actions/comment-item.js';
export { DeferItem, type DeferItemInput } from './actions/defer-item.js';
export { EditItem, type EditItemInput } from './actions/edit-item.js';
export { ExchangeAgenda } from './actions/exchange-agenda.js';
export { LinkItem, type LinkItemInput } from './actions/link-item.js';
export { MarkDiscussed } from './actions/mark-discussed.js';
export { MoveItem, type MoveItemInput } from './actions/move-item.js';
export { PublishAgenda, type PublishAgendaInput } from './actions/publish-agenda.js';
export { raiseItem, takeRaisedItemOff, type RaisedItem } from './actions/raise-item.js';
export { SignAgenda, WithdrawSignature, type SignAgendaInput } from './actions/sign-agenda.js';
export { TranslateItem, type TranslateItemInput } from './actions/translate-item.js';
export { WithdrawItem } from './actions/withdraw-item.js';
export {
  agendaAdopted,
  agendaAgreed,
  agendaExchanged,
  agendaItemDiscussed,
  agendaKeysCleared,
  agendaSigned,
} from './agenda.events.js';
export { AgendaModule } from './agenda.module.js';
export { agendaContent, agendaGaps, agendaHash, itemNumbers, type AgendaContent } from './domain/agenda-content.js';
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
  isOnAgenda,
  isShared,
  itemKinds,
  linkKinds,
  objectives,
  standingCodes,
  textFields,
  type AgendaGap,
  type AgendaItemRow,
  type AgendaLink,
  type AgendaRow,
  type CarriedFrom,
  type ItemKind,
  type LinkKind,
  type Objective,
  type StandingCode,
  type TextField,
} from './domain/agenda.types.js';
export { clockTimes, runningMinutes, type ClockSpan, type ClockTimes, type SessionClock } from './domain/timing.js';
export { agendaEntities, AgendaItemEntity } from './persistence/agenda.entities.js';
export { versionOccasions, type VersionOccasion } from './domain/version.types.js';
export {
  diffAgendas,
  valueFields,
  type ContentRow,
  type RowDiff,
  type TextChange,
  type ValueChange,
  type ValueField,
} from './domain/diff.js';
export { agendaById, agendaOfItem, agendaOfSession } from './queries/agenda-of-session.js';
export {
  agendaVersionBefore,
  findAgendaVersion,
  listAgendaVersions,
  type AgendaVersionRow,
  type KeptAgenda,
  type VersionSignature,
} from './queries/agenda-versions.js';
export {
  followUpsOf,
  linkedObjects,
  linkKey,
  registerAgendaLink,
  registerFollowUp,
  type FollowUp,
  type LinkedObject,
} from './linked-objects.js';
export { mattersOf, type AgendaMatters } from './queries/agenda-matters.js';
export { publicationAudiences, type Publication } from './domain/proposals.js';
export {
  firstSpeakers,
  standingTitle,
  type AgendaTemplate,
  type FirstSpeaker,
  type TemplateItem,
} from './domain/standing-items.js';
export { commentsOfItem, type AgendaCommentRow } from './queries/agenda-comments.js';
export { templateOfChannel, type AgendaTemplateRow } from './queries/agenda-template.js';
export { deferredItemsFor, type DeferredItemRow } from './queries/carry-over.js';
