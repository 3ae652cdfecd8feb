import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { invitationsErrors } from '../domain/invitations.errors.js';

/** Ends one of the actor's own feeds at once, for good. @throws invitations.feedNotFound, also for another user's */
@Injectable()
export class RevokeFeed {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, feedId: string): Promise<void> {
    await this.database.runInTx({ ...actor, databaseRole: 'forum_auth' }, async (tx) => {
      const ended = await tx.query(
        `update forum.calendar_feed set revoked_at = forum.now() where id = $1 and user_id = $2 and revoked_at is null returning id`,
        [feedId, actor.userId],
      );
      if (ended.length === 0) throw invitationsErrors.feedNotFound();
    });
  }
}
