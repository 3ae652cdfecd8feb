import type { LocalizedText } from '#core/kernel';
import { isHigher, isOnLadder, type Level, type Reference } from '../domain/channel.types.js';
import { channelsErrors } from '../domain/channels.errors.js';
import { addEvent, lockChannel, saveChannel } from '../persistence/channels.repository.js';
import { insertChannel, nameText, type GivenName } from '../persistence/draft.repository.js';
import { actorSide, checkReference } from '../persistence/referred.js';
import { defineChange, whyOf, type Why } from './propose-change.js';

export interface SpawnContent {
  readonly from: Level;
  readonly level: Level;
  readonly names: readonly GivenName[];
  readonly name: LocalizedText;
  readonly reference: Reference;
  readonly why: LocalizedText | null;
}

export interface SpawnInput extends Why {
  readonly level: Level;
  readonly names: readonly GivenName[];
  readonly reference: Reference;
}

/**
 * Elevates by a new, higher channel, agreed by both keys and derived from this one, which stays at its level (domain.md 1.4). Both
 * histories tell why.
 * @throws channels.notOnLadder, channels.notHigher, channels.nameMissing, channels.nameRepeated, channels.noSuchInstrument, channels.levelMoved
 */
export const spawning = defineChange<SpawnInput, SpawnContent>({
  kind: 'channel.spawn',
  first: 'propose-spawn',
  second: 'spawn',
  content: (tx, channel, input) =>
    Promise.resolve({
      from: channel.nominalLevel,
      level: input.level,
      names: input.names,
      name: nameText(actorSide(tx), input.names),
      reference: input.reference,
      why: whyOf(input),
    }),
  check: async (tx, channel, { from, level, reference }) => {
    if (!isOnLadder(level)) throw channelsErrors.notOnLadder();
    if (from !== channel.nominalLevel) throw channelsErrors.levelMoved();
    if (!isHigher(level, from)) throw channelsErrors.notHigher();
    await checkReference(tx, reference);
  },
  make: async (tx, channel, { content, proposedBy }) => {
    const { level, reference, why, names } = content;
    const id = await insertChannel(tx, {
      names,
      level,
      state: 'agreed',
      audience: 'joint',
      originSide: proposedBy,
      derivedFromId: channel.id,
      like: channel.id,
    });
    const higher = await lockChannel(tx, id);
    await addEvent(tx, higher, { type: 'agreed', level, reference, relatedChannelId: channel.id, text: why });
    await addEvent(tx, channel, { type: 'spawned', level, reference, relatedChannelId: id, text: why });
    await saveChannel(tx, higher, {}, 'agreed');
    await saveChannel(tx, channel, {}, 'spawned');
  },
});
