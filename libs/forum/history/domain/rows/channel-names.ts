import { otherSide, pair, SIDES, type Language, type Side } from '#core/kernel';
import type { NameKind } from '#forum/channels';
import { dayBefore, firstDay } from '#forum/provenance';
import type { History } from '../history.schema.js';
import { RENAME_ARROW } from '../relation-faults.js';
import { sideOf } from './row-words.js';

type ChannelOfFile = History['channels'][number];

/** One name of a channel: whose, in which language, and the first and last day it holds (both included, empty = open). */
export interface ChannelName {
  readonly side: Side | null;
  readonly language: Language;
  readonly text: string;
  readonly kind: NameKind;
  readonly from: string | null;
  readonly to: string | null;
  readonly sources: readonly string[];
}

/** The Korean form is Korea's, the Japanese form Japan's, the English one both sides' (`meta.order_rule`). */
const OWNER: Record<Language, Side | null> = { ko: 'kr', ja: 'jp', en: null };

/**
 * All names of a channel with their validity (domain.md 1.1). A field with an arrow holds names in turn, parted at the `renamed` events;
 * an alias ends the name that its side used in its language before. Names that are our own rendering and begin with the pair of
 * countries are given to each side in that side's order (domain.md 3.7); forms that somebody used stay exactly as they were used.
 */
export function channelNames(channel: ChannelOfFile): ChannelName[] {
  const aliases = (channel.aliases ?? []).map((alias): ChannelName => ({
    side: sideOf(alias.side),
    language: alias.lang,
    text: alias.text,
    kind: 'press',
    from: alias.from_,
    to: null,
    sources: [alias.source],
  }));
  const own = (['ko', 'ja', 'en'] as const).flatMap((language) => namesInTurn(channel, language));
  const seed =
    channel.seed_name === undefined
      ? []
      : [{ ...blank(channel), language: 'en' as const, text: channel.seed_name, kind: 'seed' as const }];
  return [...closeBefore([...own, ...aliases]), ...seed].flatMap(inEachOrder);
}

function blank(channel: ChannelOfFile) {
  return { side: null, from: null, to: null, sources: channel.sources };
}

function namesInTurn(channel: ChannelOfFile, language: Language): ChannelName[] {
  const changes = channel.lifecycle.filter(({ type }) => type === 'renamed').map(({ date }) => firstDay(date.value));
  return channel.name[language].split(RENAME_ARROW).map((text, turn) => ({
    ...blank(channel),
    side: OWNER[language],
    language,
    text: text.trim(),
    kind: channel.name_status[language],
    from: turn === 0 ? null : (changes[turn - 1] ?? null),
  }));
}

/** A name ends the day before the next one of the same side in the same language begins. */
function closeBefore(names: readonly ChannelName[]): ChannelName[] {
  return names.map((name) => {
    const later = names
      .filter(
        (other) =>
          other !== name &&
          other.side === name.side &&
          other.language === name.language &&
          other.from !== null &&
          other.from > (name.from ?? ''),
      )
      .map((other) => other.from ?? '')
      .sort();
    return later[0] === undefined ? name : { ...name, to: dayBefore(later[0]) };
  });
}

function inEachOrder(name: ChannelName): ChannelName[] {
  const leader = SIDES.find((side) => startsWithPair(name.text, pair(side, name.language)));
  if (name.kind !== 'translation' || leader === undefined) return [name];
  const rest = name.text.slice(pair(leader, name.language).length);
  const ordered = (side: Side): ChannelName => ({ ...name, side, text: pair(side, name.language) + rest });
  if (name.side !== null) return [name, ordered(otherSide(name.side))];
  return [{ ...name, text: pair('neutral', name.language, { host: leader }) + rest }, ordered('kr'), ordered('jp')];
}

/** `한·일·중` is three countries, not the pair. */
function startsWithPair(text: string, words: string): boolean {
  return text.startsWith(words) && !/^[·中중]/u.test(text.slice(words.length));
}
