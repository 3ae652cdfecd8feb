export { CHANNEL_STATES, EVENT_TYPES, LEVELS, NAME_KINDS, SENSITIVITIES } from './domain/channel.types.js';
export type { ChannelEventType, ChannelState, Level, NameKind, Sensitivity } from './domain/channel.types.js';
export { channelNameAs } from './queries/channel-name.js';
export { channelsErrors } from './domain/channels.errors.js';
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
export { topicsAs, type TopicRow } from './queries/topics.js';
export { listBodies, type BodyRow } from './queries/bodies.js';
