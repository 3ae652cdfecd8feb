import { Injectable } from '@nestjs/common';
import { SIDES, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { datePollDecided } from '../date-polls.events.js';
import { datePollContext } from '../domain/date-poll-context.js';
import { datePollLifecycle } from '../domain/date-poll.lifecycle.js';
import { datePollsErrors } from '../domain/date-polls.errors.js';
import { verdictFrom } from '../domain/verdict.js';
import { lockPoll, pollOfSlot, publishPoll, savePoll } from '../persistence/date-polls.repository.js';
import { releaseHolds } from '../persistence/holds.repository.js';
import { proposeArrangement, type DecisionTerms } from './propose-arrangement.js';

export interface DecideSlotInput extends DecisionTerms {
  readonly slotId: string;
  readonly version: number;
}

/**
 * Chooses a slot that both sides can hold and proposes it as the date of the session, a new one where the poll has none: the own key
 * is turned by choosing, the other side turns its key on the proposal (domain.md 3.3). Other holds of the poll end.
 * @throws date-polls.slotNotFound, date-polls.verdictsMissing, date-polls.slotNotPossible, date-polls.slotInPast,
 *   common.staleVersion, common.forbidden, common.wrongState, and what `proposeArrangement` throws
 */
@Injectable()
export class DecideSlot {
  constructor(private readonly database: Database) {}

  /** @returns the id of the poll */
  run(actor: Actor, input: DecideSlotInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const poll = await lockPoll(tx, await pollOfSlot(tx, input.slotId), input.version);
      const state = datePollLifecycle.step(poll.state, 'decide', datePollContext(poll, actor));
      const slot = poll.slots.find(({ id }) => id === input.slotId);
      if (!slot) throw datePollsErrors.slotNotFound();
      const said = SIDES.map((side) => verdictFrom(slot, side));
      if (said.includes(null)) throw datePollsErrors.verdictsMissing();
      if (said.includes('not_possible')) throw datePollsErrors.slotNotPossible();
      if (Date.parse(slot.startsAt) <= Date.parse(await tx.now())) throw datePollsErrors.slotInPast();
      await tx.query('update forum.date_poll_slot set decided_at = forum.now() where id = $1', [slot.id]);
      await releaseHolds(tx, poll, slot.id);
      await savePoll(tx, poll, state);
      const sessionId = await proposeArrangement(tx, poll, slot, input);
      await publishPoll(tx, datePollDecided, { pollId: poll.id, slotId: slot.id, sessionId }, 'joint');
      return poll.id;
    });
  }
}
