import { Injectable } from '@nestjs/common';
import { newId, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { datePollHandedOver } from '../date-polls.events.js';
import { datePollContext } from '../domain/date-poll-context.js';
import { datePollLifecycle } from '../domain/date-poll.lifecycle.js';
import { ownVerdict } from '../domain/verdict.js';
import { lockPoll, publishPoll, savePoll, sideOf } from '../persistence/date-polls.repository.js';

/**
 * Tells the other side one word per slot, worked out from the own side's answers as they stand; later changes need another hand-over.
 * @throws date-polls.notFound, date-polls.participantsMissing, date-polls.headMissing, date-polls.answersMissing, common.staleVersion
 */
@Injectable()
export class HandOver {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: { readonly pollId: string; readonly version: number }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const side = sideOf(tx);
      const poll = await lockPoll(tx, input.pollId, input.version);
      const state = datePollLifecycle.step(poll.state, 'hand-over', datePollContext(poll, actor));
      for (const slot of poll.slots) {
        const verdict = ownVerdict(poll, slot);
        if (verdict === null) continue;
        await tx.query(
          `insert into forum.date_poll_verdict (id, slot_id, side, verdict, audience) values ($1, $2, $3, $4, 'joint')
           on conflict on constraint uq_date_poll_verdict_slot_id_side do update set verdict = excluded.verdict, handed_over_at = forum.now()`,
          [newId(), slot.id, side, verdict],
        );
      }
      await savePoll(tx, poll, state);
      await publishPoll(tx, datePollHandedOver, { pollId: poll.id, side }, 'joint');
    });
  }
}
