import { Injectable } from '@nestjs/common';
import { commonErrors, newId, type Actor, type Language } from '#core/kernel';
import { Database } from '#platform/database';
import { channelsErrors } from '#forum/channels';
import { hashFeedToken, newFeedToken } from '../domain/feed-token.js';
import { invitationsErrors } from '../domain/invitations.errors.js';

export interface CreateFeedInput {
  readonly kind: 'personal' | 'channel';
  /** With `channel` only. */
  readonly channelId?: string;
  readonly language: Language;
}

/** Feeds a user may keep at a time. */
export const maxFeeds = 20;

/**
 * Makes an address for the actor's calendar program. The token is given here once; the table keeps its hash.
 * @throws channels.notFound, invitations.feedsTooMany, common.invalid
 */
@Injectable()
export class CreateFeed {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: CreateFeedInput): Promise<{ id: string; token: string }> {
    const { kind, language } = input;
    const channelId = input.channelId ?? null;
    if ((kind === 'channel') !== (channelId !== null))
      throw commonErrors.invalid({}, [{ path: 'channelId', code: commonErrors.required.code }]);
    if (channelId !== null) {
      const [seen] = await this.database.reader(actor).query('select 1 from forum.channel where id = $1', [channelId]);
      if (!seen) throw channelsErrors.notFound();
    }
    const feed = { id: newId(), token: newFeedToken() };
    await this.database.runInTx({ ...actor, databaseRole: 'forum_auth' }, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 25))`, [actor.userId]);
      const standing = await tx.query(`select 1 from forum.calendar_feed where user_id = $1 and revoked_at is null`, [
        actor.userId,
      ]);
      if (standing.length >= maxFeeds) throw invitationsErrors.feedsTooMany({ max: maxFeeds });
      await tx.query(
        `insert into forum.calendar_feed (id, user_id, token_hash, kind, channel_id, language) values ($1, $2, $3, $4, $5, $6)`,
        [feed.id, actor.userId, hashFeedToken(feed.token), kind, channelId, language],
      );
    });
    return feed;
  }
}
