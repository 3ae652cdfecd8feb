import { registerProposalSubject } from '#forum/two-key';
import { channelSubjects } from './queries/channel-subjects.js';

registerProposalSubject('channel', {
  lock: 'select id from forum.channel where id = $1 for update',
  find: channelSubjects,
});

export {
  CHANNEL_STATES,
  EVENT_TYPES,
  HOSTING_RULES,
  LEVELS,
  NAME_KINDS,
  REFERENCE_KINDS,
  SENSITIVITIES,
} from './domain/channel.types.js';
export type {
  ChannelEventType,
  ChannelFacts,
  ChannelState,
  HostingRule,
  Level,
  NameKind,
  Reference,
  ReferenceKind,
  Sensitivity,
  StallSuggestion,
  Suspender,
} from './domain/channel.types.js';
export { channelNameAs } from './queries/channel-name.js';
export { channelsErrors } from './domain/channels.errors.js';
export {
  ConfirmStall,
  DismissStall,
  SuspendForOwnSide,
  WithdrawChannel,
  WithdrawStall,
  type StepInput,
  type SuspendInput,
} from './actions/act-alone.js';
export { agreement } from './actions/agree-channel.js';
export { detailsChange, type DetailsInput } from './actions/change-details.js';
export { levelChange } from './actions/change-level.js';
export {
  DraftChannel,
  EditDraft,
  mayDraft,
  ShareChannel,
  type DraftChannelInput,
  type EditDraftInput,
} from './actions/draft-channel.js';
export { ProposeChange } from './actions/propose-change.js';
export { RenameForOwnSide, renaming } from './actions/rename-channel.js';
export { spawning } from './actions/spawn-channel.js';
export { conclusion, resumption, suspension } from './actions/stop-and-resume.js';
export { stallCheckDue, suggestStalls } from './actions/suggest-stalls.js';
export { checkStallsJob } from './channels.jobs.js';
export { ChannelsModule } from './channels.module.js';
export { channelContext, channelLifecycle, channelOffers, isLiving } from './domain/channel.lifecycle.js';
export { readChannelFacts } from './queries/channel-facts.js';
export { nominalLevelAs } from './queries/nominal-level.js';
export { noteSessionHeld } from './actions/note-session-held.js';
export { channelChanged, stallSuggested, type ChannelChange } from './channels.events.js';
export { channelsEntities } from './persistence/all-entities.js';
export { ChannelEntity } from './persistence/channels.entities.js';
export { channelEventsAs, readTimeline, type ChannelEventRow, type TimelineRow } from './queries/channel-events.js';
export {
  findChannel,
  listChannels,
  type ChannelDetailRow,
  type ChannelNameRow,
  type ChannelReading,
  type ChannelRow,
  type RelationKind,
} from './queries/channels.js';
export { listContextEvents, type ContextEventRow } from './queries/context-events.js';
export { listTopics, topicsAs, type TopicRow } from './queries/topics.js';
export { listBodies, type BodyRow } from './queries/bodies.js';
