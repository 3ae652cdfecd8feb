import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { datePollOpened } from '../date-polls.events.js';
import { datePollContext } from '../domain/date-poll-context.js';
import { datePollLifecycle } from '../domain/date-poll.lifecycle.js';
import { lockPoll, publishPoll, savePoll } from '../persistence/date-polls.repository.js';

/**
 * Shares a draft with the other side: both may answer from now on. Those named to be asked stay with their side.
 * @throws date-polls.notFound, date-polls.onlyProposer, date-polls.noSlots, date-polls.deadlinePassed, common.staleVersion
 */
@Injectable()
export class SharePoll {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: { readonly pollId: string; readonly version: number }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const poll = await lockPoll(tx, input.pollId, input.version);
      const state = datePollLifecycle.step(poll.state, 'share', datePollContext(poll, actor));
      await tx.query(`update forum.date_poll set audience = 'joint' where id = $1`, [poll.id]);
      await tx.query(`update forum.date_poll_slot set audience = 'joint' where poll_id = $1`, [poll.id]);
      await savePoll(tx, poll, state);
      await publishPoll(tx, datePollOpened, { pollId: poll.id }, 'joint');
    });
  }
}
