import { Injectable } from '@nestjs/common';
import { newId, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { datePollAnswered } from '../date-polls.events.js';
import { datePollContext } from '../domain/date-poll-context.js';
import { datePollLifecycle } from '../domain/date-poll.lifecycle.js';
import type { Answer } from '../domain/date-poll.types.js';
import { datePollsErrors } from '../domain/date-polls.errors.js';
import { pollOfSlot, publishPoll, sharePollLock, sideOf } from '../persistence/date-polls.repository.js';

export interface AnswerSlotInput {
  readonly slotId: string;
  /** Whose answer: a post the actor fills, or, for the secretariat, any post of its side that is asked. */
  readonly postId: string;
  /** null takes the answer back. */
  readonly answer: Answer | null;
}

/**
 * Answers one slot for one post; the same answer again changes nothing. Nothing that the other side can see moves.
 * @throws date-polls.slotNotFound, date-polls.notAsked, date-polls.deadlinePassed, date-polls.participantsMissing, common.forbidden,
 *   common.wrongState
 */
@Injectable()
export class AnswerSlot {
  constructor(private readonly database: Database) {}

  /** @returns the id of the poll */
  run(actor: Actor, input: AnswerSlotInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const side = sideOf(tx);
      const poll = await sharePollLock(tx, await pollOfSlot(tx, input.slotId));
      datePollLifecycle.step(poll.state, 'answer', datePollContext(poll, actor));
      const participant = poll.participants.find(({ post }) => post.id === input.postId);
      const own = actor.postIds.includes(input.postId);
      if (!participant || !(own || actor.roles.includes('secretariat'))) throw datePollsErrors.notAsked();
      const [changed] = await tx.query(
        `insert into forum.date_poll_answer as a (id, participant_id, slot_id, answer, answered_by_post_id, answered_by_user_id, audience)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict on constraint uq_date_poll_answer_participant_id_slot_id do update
            set answer = excluded.answer, answered_by_post_id = excluded.answered_by_post_id,
                answered_by_user_id = excluded.answered_by_user_id, answered_at = forum.now()
          where a.answer is distinct from excluded.answer
         returning id`,
        [
          newId(),
          participant.id,
          input.slotId,
          input.answer,
          own ? input.postId : (actor.postIds[0] ?? null),
          actor.userId,
          side,
        ],
      );
      if (changed) await publishPoll(tx, datePollAnswered, { pollId: poll.id, slotId: input.slotId }, side);
      return poll.id;
    });
  }
}
