import { historicText, newId, type Language, type LocalizedText, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import type { ChannelFacts, ChannelState, Level, NameKind } from '../domain/channel.types.js';
import { channelsErrors } from '../domain/channels.errors.js';
import { addEvent, addName, saveChannel, type ChannelColumns } from './channels.repository.js';

/** One name as a side writes it. */
export interface GivenName {
  readonly language: Language;
  readonly text: string;
}

const languageOf = { kr: 'ko', jp: 'ja' } as const;

/** Names of a new channel: the writing side's in its own language is official, the others are renderings for both (domain.md 1.1). */
export function namesOf(
  side: Side,
  given: readonly GivenName[],
): { side: Side | null; language: Language; text: string; kind: NameKind }[] {
  return given.map(({ language, text }) =>
    language === languageOf[side]
      ? { side, language, text, kind: side === 'kr' ? 'official_kr' : 'official_jp' }
      : { side: null, language, text, kind: 'translation' },
  );
}

/** The names in one value, the side's own language as the source. @throws channels.nameMissing, channels.nameRepeated */
export function nameText(side: Side, given: readonly GivenName[]): LocalizedText {
  const own = languageOf[side];
  if (new Set(given.map(({ language }) => language)).size < given.length) throw channelsErrors.nameRepeated();
  if (!given.some(({ language }) => language === own)) throw channelsErrors.nameMissing();
  return historicText(Object.fromEntries(given.map(({ language, text }) => [language, text])), own);
}

export interface NewChannel {
  readonly names: readonly GivenName[];
  readonly level: Level;
  readonly state: ChannelState;
  readonly audience: Side | 'joint';
  readonly originSide: Side;
  readonly derivedFromId?: string;
  /** Copies topics and parties of this channel. */
  readonly like?: string;
}

/** Stores a channel with its names; more columns follow by `saveChannel`. */
export async function insertChannel(tx: Tx, channel: NewChannel): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.channel (id, code, position, name, state, nominal_level, derived_from_id, topic_codes, origin_side, audience)
     select $1::uuid, 'CH-' || $1::uuid::text, coalesce(max(c.position), 0) + 1, $2, $3, $4, $5,
            coalesce((select o.topic_codes from forum.channel o where o.id = $6), '{}'), $7, $8 from forum.channel c`,
    [
      id,
      nameText(channel.originSide, channel.names),
      channel.state,
      channel.level,
      channel.derivedFromId ?? null,
      channel.like ?? null,
      channel.originSide,
      channel.audience,
    ],
  );
  for (const name of namesOf(channel.originSide, channel.names))
    await addName(tx, id, channel.audience, { ...name, from: null });
  if (channel.like !== undefined) await copyParties(tx, channel.like, id, channel.audience);
  return id;
}

/** Writes names of a draft anew: a language it has is replaced, another one is added. */
export async function rewriteNames(
  tx: Tx,
  channel: ChannelFacts,
  side: Side,
  given: readonly GivenName[],
): Promise<void> {
  for (const name of namesOf(side, given)) {
    const changed = await tx.query(
      `update forum.channel_name set text = $4 where channel_id = $1 and side is not distinct from $2 and language = $3 returning id`,
      [channel.id, name.side, name.language, name.text],
    );
    if (changed.length === 0) await addName(tx, channel.id, channel.audience, { ...name, from: null });
  }
  const rows = await tx.query<GivenName>(
    `select language, text from forum.channel_name where channel_id = $1 and valid_to is null order by position`,
    [channel.id],
  );
  await tx.query('update forum.channel set name = $2 where id = $1', [channel.id, nameText(side, rows)]);
}

/** Sets who meets: bodies of the record, in this order. Those who met before stay in the history of proposals. @throws channels.noSuchBody */
export async function setParties(tx: Tx, channel: ChannelFacts, bodyIds: readonly string[]): Promise<void> {
  const [found] = await tx.query<{ count: number }>(
    'select count(*)::int as count from forum.body where id = any ($1)',
    [bodyIds],
  );
  if (found?.count !== new Set(bodyIds).size) throw channelsErrors.noSuchBody();
  await tx.query(
    `update forum.channel_party set ended = not coalesce(body_id = any ($2::uuid[]), false), position = coalesce(array_position($2::uuid[], body_id), 0)
      where channel_id = $1`,
    [channel.id, bodyIds],
  );
  await tx.query(
    `insert into forum.channel_party (id, code, channel_id, position, body_id, audience)
     select gen_random_uuid(), $1::uuid::text || '/' || g.body_id::text, $1::uuid, g.position, g.body_id, $3
       from unnest($2::uuid[]) with ordinality as g(body_id, position)
      where not exists (select 1 from forum.channel_party p where p.channel_id = $1::uuid and p.body_id = g.body_id)`,
    [channel.id, bodyIds, channel.audience],
  );
}

async function copyParties(tx: Tx, from: string, to: string, audience: string): Promise<void> {
  await tx.query(
    `insert into forum.channel_party (id, code, channel_id, position, body_id, plain, audience)
     select gen_random_uuid(), $2::uuid::text || '/' || coalesce(p.body_id::text, p.plain), $2::uuid, p.position, p.body_id, p.plain, $3
       from forum.channel_party p where p.channel_id = $1 and not p.ended`,
    [from, to, audience],
  );
}

/** Shows a draft to the other side: from now on it is proposed to it. */
export async function shareDraft(tx: Tx, draft: ChannelFacts, columns: ChannelColumns = {}): Promise<ChannelFacts> {
  for (const table of ['channel_name', 'channel_party'])
    await tx.query(`update forum.${table} set audience = 'joint' where channel_id = $1`, [draft.id]);
  const shared: ChannelFacts = { ...draft, audience: 'joint' };
  await saveChannel(tx, draft, { ...columns, audience: 'joint' }, 'proposed');
  await addEvent(tx, shared, { type: 'proposed', side: draft.originSide });
  return { ...shared, version: draft.version + 1 };
}
