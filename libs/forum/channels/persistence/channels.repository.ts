import { commonErrors, newId, type Audience, type Language, type LocalizedText, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { channelChanged, type ChannelChange } from '../channels.events.js';
import type { ChannelEventType, ChannelFacts, Level, NameKind, Reference } from '../domain/channel.types.js';
import { channelsErrors } from '../domain/channels.errors.js';
import { readChannelFacts } from '../queries/channel-facts.js';

/**
 * Locks a channel; every change of one goes through this lock.
 * @param version what the actor has seen, when the change is the actor's own
 * @throws channels.notFound, common.staleVersion
 */
export async function lockChannel(tx: Tx, id: string, version?: number): Promise<ChannelFacts> {
  await tx.query('select id from forum.channel where id = $1 for update', [id]);
  const channel = await readChannelFacts(tx, id);
  if (!channel) throw channelsErrors.notFound();
  if (version !== undefined && channel.version !== version) throw commonErrors.staleVersion();
  return channel;
}

/** Columns of a channel that a change may set, by their names in the table. */
export type ChannelColumns = Readonly<
  Partial<
    Record<
      | 'state'
      | 'audience'
      | 'nominal_level'
      | 'suspended_by'
      | 'cadence'
      | 'cadence_months'
      | 'hosting_rule'
      | 'topic_codes'
      | 'parent_id',
      unknown
    >
  >
>;

/** Writes what changed, counts the version and tells of it. */
export async function saveChannel(
  tx: Tx,
  channel: ChannelFacts,
  columns: ChannelColumns,
  what: ChannelChange,
): Promise<void> {
  const entries = Object.entries(columns);
  const sets = entries.map(([name], index) => `${name} = $${String(index + 2)}`);
  await tx.query(
    `update forum.channel set ${[...sets, 'version = version + 1', 'updated_at = forum.now()'].join(', ')} where id = $1`,
    [channel.id, ...entries.map(([, value]) => value)],
  );
  const audience = (columns.audience ?? (isShared(channel.audience) ? 'joint' : channel.audience)) as Audience;
  await tx.publish(
    channelChanged,
    { channelId: channel.id, what },
    { audience, subjectType: 'channel', subjectId: channel.id },
  );
}

/** An event of the desk: today's at the actor's side unless it says a day. What is shared is told to both sides, never wider. */
export interface NewEvent {
  readonly type: ChannelEventType;
  readonly day?: string;
  readonly side?: Side | null;
  readonly text?: LocalizedText | null;
  readonly fromLevel?: Level | null;
  readonly level?: Level | null;
  readonly sessionId?: string | null;
  readonly relatedChannelId?: string | null;
  readonly reference?: Reference | null;
}

export async function addEvent(tx: Tx, channel: ChannelFacts, event: NewEvent): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.channel_event (id, code, channel_id, position, type, date_value, date_precision, sort_date, text, level, from_level, session_id,
                                      related_channel_id, reference, reference_kind, side, source_codes, evidence, audience)
     select $1::uuid, $1::uuid::text, $2::uuid, coalesce((select max(position) from forum.channel_event where channel_id = $2::uuid), 0) + 1, $3, d.day::text, 'day', d.day,
            $5, $6, $7, $8, $9, $10, $11, $12, '{}', null, $13
       from (select coalesce($4::date, forum.today(forum.zone_of($12))) as day) d`,
    [
      id,
      channel.id,
      event.type,
      event.day ?? null,
      event.text ?? null,
      event.level ?? null,
      event.fromLevel ?? null,
      event.sessionId ?? null,
      event.relatedChannelId ?? null,
      event.reference?.text ?? null,
      event.reference?.kind ?? null,
      event.side ?? null,
      isShared(channel.audience) ? 'joint' : channel.audience,
    ],
  );
  return id;
}

export interface NewName {
  readonly side: Side | null;
  readonly language: Language;
  readonly text: string;
  readonly kind: NameKind;
  readonly from: string | null;
}

/** Adds a name after the channel's others. Names are as widely known as their channel. */
export async function addName(tx: Tx, channelId: string, audience: Audience, name: NewName): Promise<void> {
  await tx.query(
    `insert into forum.channel_name (id, code, channel_id, position, side, language, text, kind, valid_from, audience)
     select $1::uuid, $1::uuid::text, $2::uuid, coalesce((select max(position) from forum.channel_name where channel_id = $2::uuid), 0) + 1, $3, $4, $5, $6, $7, $8`,
    [newId(), channelId, name.side, name.language, name.text, name.kind, name.from, audience],
  );
}

/** Ends the names of one side (or both sides') in one language on the day before `from`; those that begin later are left alone. */
export async function endNames(
  tx: Tx,
  channelId: string,
  side: Side | null,
  language: Language,
  from: string,
): Promise<void> {
  await tx.query(
    `update forum.channel_name set valid_to = $4::date - 1
      where channel_id = $1 and side is not distinct from $2 and language = $3
        and coalesce(valid_from, '-infinity'::date) < $4::date and coalesce(valid_to, 'infinity'::date) >= $4::date`,
    [channelId, side, language, from],
  );
}

/** Why a side acted alone, for that side only. */
export async function addPrivateReason(tx: Tx, eventId: string, side: Side, text: LocalizedText): Promise<void> {
  await tx.query(`insert into forum.channel_private_reason (id, event_id, text, audience) values ($1, $2, $3, $4)`, [
    newId(),
    eventId,
    text,
    side,
  ]);
}

/** Leaves no suggestion waiting on a channel that has met or is no longer active. */
export async function outdateSuggestions(tx: Tx, channelId: string): Promise<void> {
  await tx.query(`update forum.stall_suggestion set state = 'outdated' where channel_id = $1 and state = 'open'`, [
    channelId,
  ]);
}

const isShared = (audience: Audience): boolean => audience !== 'kr' && audience !== 'jp';

/** Writes what a secretariat said to a suggestion. */
export async function decideSuggestion(tx: Tx, id: string, state: 'confirmed' | 'dismissed'): Promise<void> {
  await tx.query(
    `update forum.stall_suggestion set state = $2, decided_at = forum.now(), decided_by_side = $3, decided_by_post_id = $4 where id = $1`,
    [id, state, tx.actor.side, tx.actor.postIds[0] ?? null],
  );
}
