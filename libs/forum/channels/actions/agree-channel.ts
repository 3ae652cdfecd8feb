import type { LocalizedText } from '#core/kernel';
import type { Level, Reference } from '../domain/channel.types.js';
import { addEvent, saveChannel } from '../persistence/channels.repository.js';
import { checkReference, nameOf } from '../persistence/referred.js';
import { defineChange, whyOf, type Why } from './propose-change.js';

export interface AgreeContent {
  readonly name: LocalizedText;
  readonly level: Level;
  /** The text in which the two sides agreed (domain.md 3.2). */
  readonly reference: Reference;
  readonly why: LocalizedText | null;
}

/** proposed → agreed. @throws channels.noSuchInstrument */
export const agreement = defineChange<Why & { readonly reference: Reference }, AgreeContent>({
  kind: 'channel.agree',
  first: 'propose-agreement',
  second: 'agree',
  content: async (tx, channel, input) => ({
    name: await nameOf(tx, channel.id),
    level: channel.nominalLevel,
    reference: input.reference,
    why: whyOf(input),
  }),
  check: (tx, _channel, { reference }) => checkReference(tx, reference),
  make: async (tx, channel, { content }, state) => {
    await addEvent(tx, channel, {
      type: 'agreed',
      level: content.level,
      reference: content.reference,
      text: content.why,
    });
    await saveChannel(tx, channel, { state }, 'agreed');
  },
});
