import {
  ChannelEntity,
  ChannelEventEntity,
  ChannelNameEntity,
  ChannelPartyEntity,
  ContextEventEntity,
  TopicEntity,
} from './channels.entities.js';
import { ChannelPrivateReasonEntity, StallCheckEntity, StallSuggestionEntity } from './stall.entities.js';

export const channelsEntities = [
  TopicEntity,
  ChannelEntity,
  ChannelNameEntity,
  ChannelPartyEntity,
  ChannelEventEntity,
  ContextEventEntity,
  ChannelPrivateReasonEntity,
  StallSuggestionEntity,
  StallCheckEntity,
];
