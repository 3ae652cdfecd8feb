import type { LocalizedText } from '#core/kernel';
import { isHigher, isOnLadder, type Level } from '../domain/channel.types.js';
import { channelsErrors } from '../domain/channels.errors.js';
import { addEvent, saveChannel } from '../persistence/channels.repository.js';
import { sessionToCome } from '../persistence/referred.js';
import { defineChange, whyOf, type Why } from './propose-change.js';

export interface LevelContent {
  readonly from: Level;
  readonly to: Level;
  /** The session from which the level holds; earlier ones keep theirs. */
  readonly sessionId: string;
  readonly why: LocalizedText | null;
}

/**
 * Sets another nominal level from a session on (domain.md 1.4). What was held before stays as it was held.
 * @throws channels.notOnLadder, channels.nothingChanges, channels.noSuchSession, channels.sessionPast, channels.levelMoved
 */
export const levelChange = defineChange<Why & { readonly to: Level; readonly sessionId: string }, LevelContent>({
  kind: 'channel.level',
  first: 'propose-level',
  second: 'change-level',
  content: (_tx, channel, input) =>
    Promise.resolve({ from: channel.nominalLevel, to: input.to, sessionId: input.sessionId, why: whyOf(input) }),
  check: async (tx, channel, content) => {
    if (!isOnLadder(content.to)) throw channelsErrors.notOnLadder();
    if (content.from !== channel.nominalLevel) throw channelsErrors.levelMoved();
    if (content.to === content.from) throw channelsErrors.nothingChanges();
    await sessionToCome(tx, channel.id, content.sessionId);
  },
  make: async (tx, channel, { content }) => {
    await addEvent(tx, channel, {
      type: isHigher(content.to, content.from) ? 'elevated' : 'lowered',
      fromLevel: content.from,
      level: content.to,
      sessionId: content.sessionId,
      text: content.why,
    });
    await saveChannel(tx, channel, { nominal_level: content.to }, 'level');
  },
});
