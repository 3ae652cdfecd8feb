import { defineEvent } from '#platform/database';

/** What of a channel changed; words are in the channel itself. */
export type ChannelChange =
  | 'drafted'
  | 'draft_edited'
  | 'proposed'
  | 'withdrawn'
  | 'agreed'
  | 'session_held'
  | 'stalled'
  | 'stall_dismissed'
  | 'stall_withdrawn'
  | 'suspended'
  | 'resumed'
  | 'concluded'
  | 'superseded'
  | 'level'
  | 'spawned'
  | 'renamed'
  | 'details';

export const channelChanged = defineEvent<{ channelId: string; what: ChannelChange }>('channel.changed');
/** The monthly check thinks a channel has stalled; both secretariats may confirm or dismiss it. */
export const stallSuggested = defineEvent<{ channelId: string }>('channel.stallSuggested');
