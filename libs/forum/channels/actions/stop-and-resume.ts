import type { LocalizedText } from '#core/kernel';
import { closeOpenProposals } from '#forum/two-key';
import { channelsErrors } from '../domain/channels.errors.js';
import { addEvent, outdateSuggestions, saveChannel } from '../persistence/channels.repository.js';
import { nameOf, sharedChannel } from '../persistence/referred.js';
import { defineChange, whyOf, type Why } from './propose-change.js';

export interface WhyContent {
  readonly why: LocalizedText | null;
}

/** active/stalled → suspended, by both sides; the reason is then both sides' too. */
export const suspension = defineChange<Why, WhyContent>({
  kind: 'channel.suspend',
  first: 'propose-suspension',
  second: 'suspend',
  content: (_tx, _channel, input) => Promise.resolve({ why: whyOf(input) }),
  make: async (tx, channel, { content }, state) => {
    await addEvent(tx, channel, { type: 'suspended', text: content.why });
    await outdateSuggestions(tx, channel.id);
    await saveChannel(tx, channel, { state, suspended_by: 'both' }, 'suspended');
  },
});

/** stalled/suspended → active, by both sides; the other way is a session that is held. */
export const resumption = defineChange<Why, WhyContent>({
  kind: 'channel.resume',
  first: 'propose-resumption',
  second: 'resume',
  content: (_tx, _channel, input) => Promise.resolve({ why: whyOf(input) }),
  onProposed: async (tx, channel, { why }) => {
    await addEvent(tx, channel, { type: 'resumption_proposed', side: tx.actor.side, text: why });
  },
  make: async (tx, channel, { content }, state) => {
    await addEvent(tx, channel, { type: 'resumed', text: content.why });
    await saveChannel(tx, channel, { state, suspended_by: null }, 'resumed');
  },
});

export interface ConcludeContent extends WhyContent {
  readonly end: 'concluded' | 'superseded';
  readonly successorId: string | null;
  readonly successor: LocalizedText | null;
}

export interface ConcludeInput extends Why {
  readonly end: 'concluded' | 'superseded';
  readonly successorId?: string | undefined;
}

/** active → concluded or superseded; refused while a session is open. @throws channels.successorMissing, channels.noSuchChannel */
export const conclusion = defineChange<ConcludeInput, ConcludeContent>({
  kind: 'channel.conclude',
  first: 'propose-conclusion',
  second: ({ end }) => (end === 'concluded' ? 'conclude' : 'supersede'),
  content: async (tx, channel, input) => {
    const { end, successorId = null } = input;
    if (successorId !== null) await sharedChannel(tx, successorId, channel.id);
    return {
      end,
      successorId,
      successor: successorId === null ? null : await nameOf(tx, successorId),
      why: whyOf(input),
    };
  },
  check: (_tx, _channel, { end, successorId }) =>
    end === 'superseded' && successorId === null
      ? Promise.reject(channelsErrors.successorMissing())
      : Promise.resolve(),
  make: async (tx, channel, { content }, state) => {
    await addEvent(tx, channel, { type: content.end, relatedChannelId: content.successorId, text: content.why });
    await outdateSuggestions(tx, channel.id);
    await closeOpenProposals(tx, 'channel', channel.id);
    await saveChannel(tx, channel, { state }, content.end);
  },
});
