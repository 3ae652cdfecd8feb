import type { Actor, Language, LocalizedText, Role, Side } from '#core/kernel';
import type { Database } from '#platform/database';
import { channelNameAs } from '#forum/channels';
import { databaseRoleOf } from '#forum/identity';
import { hashFeedToken, isFeedToken } from '../domain/feed-token.js';

export type FeedKind = 'personal' | 'channel';

export interface FeedRow {
  id: string;
  kind: FeedKind;
  channelId: string | null;
  /** Null for a channel its owner may no longer see. */
  channelName: LocalizedText | null;
  language: Language;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** The actor's own feeds that still work, oldest first. */
export async function feedsOf(database: Database, actor: Actor): Promise<FeedRow[]> {
  const rows = await database.readAs('forum_auth').query<Omit<FeedRow, 'channelName'>>(
    `select id, kind, channel_id as "channelId", language, created_at as "createdAt", last_used_at as "lastUsedAt"
       from forum.calendar_feed where user_id = $1 and revoked_at is null order by created_at, id`,
    [actor.userId],
  );
  const names = await database
    .reader(actor)
    .query<{ id: string; name: LocalizedText }>(
      `select c.id, ${channelNameAs('c.id', '$1::text')} as name from forum.channel c where c.id = any ($2::uuid[])`,
      [actor.side, rows.flatMap(({ channelId }) => channelId ?? [])],
    );
  return rows.map((row) => ({ ...row, channelName: names.find(({ id }) => id === row.channelId)?.name ?? null }));
}

/** A feed with its owner as the sign-in would find him today. */
export interface OwnedFeed {
  readonly kind: FeedKind;
  readonly channelId: string | null;
  readonly language: Language;
  readonly createdAt: Date;
  readonly owner: Actor;
}

interface OwnerRow {
  kind: FeedKind;
  channelId: string | null;
  language: Language;
  createdAt: Date;
  userId: string;
  side: Side | null;
  roles: Role[];
  postIds: string[];
}

/**
 * Whose feed a token opens; undefined when it is unknown, revoked, or its owner is disabled: the three answer alike. Marks the feed as
 * used, at most once a minute.
 */
export async function feedOfToken(database: Database, token: string): Promise<OwnedFeed | undefined> {
  if (!isFeedToken(token)) return undefined;
  const [row] = await database.readAs('forum_auth').query<OwnerRow>(
    `with found as (
       select f.* from forum.calendar_feed f join forum.user_account u on u.id = f.user_id
        where f.token_hash = $1 and f.revoked_at is null and u.disabled_at is null
     ), used as (
       update forum.calendar_feed f set last_used_at = forum.now() from found
        where f.id = found.id and (found.last_used_at is null or found.last_used_at < forum.now() - interval '1 minute')
     )
     select f.kind, f.channel_id as "channelId", f.language, f.created_at as "createdAt", u.id as "userId", u.side, u.roles,
            array(select h.post_id from forum.post_holder h
                   where h.user_id = u.id and (h.held_from is null or h.held_from <= forum.today(forum.zone_of(u.side)))
                     and (h.held_to is null or h.held_to >= forum.today(forum.zone_of(u.side))) order by h.held_from, h.id) as "postIds"
       from found f join forum.user_account u on u.id = f.user_id`,
    [hashFeedToken(token)],
  );
  if (!row) return undefined;
  const { userId, side, roles, postIds, ...feed } = row;
  const databaseRole = databaseRoleOf(side, roles);
  return { ...feed, owner: { userId, side, roles, postIds, language: feed.language, databaseRole } };
}
