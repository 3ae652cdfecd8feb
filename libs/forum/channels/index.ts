export { CHANNEL_STATES, EVENT_TYPES, LEVELS, NAME_KINDS, SENSITIVITIES } from './domain/channel.types.js';
export type { ChannelEventType, ChannelState, Level, NameKind, Sensitivity } from './domain/channel.types.js';
