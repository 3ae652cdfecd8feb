import { newText, type Language, type LocalizedText } from '#core/kernel';
import type { Tx } from '#platform/database';
import type { HostingRule } from '../domain/channel.types.js';
import { channelsErrors } from '../domain/channels.errors.js';
import { saveChannel, type ChannelColumns } from '../persistence/channels.repository.js';
import { setParties } from '../persistence/draft.repository.js';
import { bodyNames, checkTopics, nameOf, sharedChannel, topicNames } from '../persistence/referred.js';
import { defineChange, whyOf, type Why } from './propose-change.js';

/** What is given replaces what stands; what is absent stays. */
export interface DetailsInput {
  /** Months between two sessions. */
  readonly cadenceMonths?: number | null | undefined;
  /** The cadence in words. */
  readonly cadence?: string | undefined;
  readonly hostingRule?: HostingRule | undefined;
  readonly topicCodes?: readonly string[] | undefined;
  readonly parentId?: string | null | undefined;
  readonly bodyIds?: readonly string[] | undefined;
}

export interface DetailsContent {
  readonly cadenceMonths?: number | null;
  readonly cadence?: LocalizedText;
  readonly hostingRule?: HostingRule;
  readonly topicCodes?: readonly string[];
  readonly parentId?: string | null;
  readonly bodyIds?: readonly string[];
  /** The same in words, for who reads the proposal. */
  readonly topics?: readonly LocalizedText[];
  readonly parent?: LocalizedText | null;
  readonly bodies?: readonly LocalizedText[];
  readonly why: LocalizedText | null;
}

/**
 * Changes what the two sides agreed about a channel: cadence, hosting, topics, who meets, under which channel.
 * @throws channels.nothingChanges, channels.noSuchTopic, channels.noSuchChannel, channels.noSuchBody
 */
export const detailsChange = defineChange<Why & DetailsInput, DetailsContent>({
  kind: 'channel.details',
  first: 'propose-details',
  second: 'change-details',
  content: async (tx, channel, input) => {
    const content = await detailsOf(tx, channel.id, input.lang, input);
    if (Object.keys(content).length === 0) throw channelsErrors.nothingChanges();
    return { ...content, why: whyOf(input) };
  },
  make: async (tx, channel, { content }) => {
    if (content.bodyIds) await setParties(tx, channel, content.bodyIds);
    await saveChannel(tx, channel, columnsOf(content), 'details');
  },
});

/** What was given, checked, with the words for it. */
export async function detailsOf(
  tx: Tx,
  channelId: string | null,
  lang: Language,
  input: DetailsInput,
): Promise<Omit<DetailsContent, 'why'>> {
  const { cadenceMonths, cadence, hostingRule, topicCodes, parentId, bodyIds } = input;
  if (topicCodes) await checkTopics(tx, topicCodes);
  if (parentId) await sharedChannel(tx, parentId, channelId);
  return {
    ...(cadenceMonths === undefined ? {} : { cadenceMonths }),
    ...(cadence ? { cadence: newText(lang, cadence) } : {}),
    ...(hostingRule ? { hostingRule } : {}),
    ...(topicCodes ? { topicCodes, topics: await topicNames(tx, topicCodes) } : {}),
    ...(parentId === undefined ? {} : { parentId, parent: parentId === null ? null : await nameOf(tx, parentId) }),
    ...(bodyIds ? { bodyIds, bodies: await bodyNames(tx, bodyIds) } : {}),
  };
}

/** The same as columns of the channel; parties are rows of their own. */
export function columnsOf(details: Omit<DetailsContent, 'why'>): ChannelColumns {
  return {
    ...(details.cadenceMonths === undefined ? {} : { cadence_months: details.cadenceMonths }),
    ...(details.cadence ? { cadence: details.cadence } : {}),
    ...(details.hostingRule ? { hosting_rule: details.hostingRule } : {}),
    ...(details.topicCodes ? { topic_codes: details.topicCodes } : {}),
    ...(details.parentId === undefined ? {} : { parent_id: details.parentId }),
  };
}
