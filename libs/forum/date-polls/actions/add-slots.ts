import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { datePollSlotsAdded } from '../date-polls.events.js';
import { datePollContext } from '../domain/date-poll-context.js';
import { datePollLifecycle } from '../domain/date-poll.lifecycle.js';
import { assertSlots } from '../domain/slot-rules.js';
import { audienceOf, insertSlots, lockPoll, publishPoll, savePoll } from '../persistence/date-polls.repository.js';

export interface AddSlotsInput {
  readonly pollId: string;
  readonly version: number;
  /** Instants, ISO 8601. */
  readonly slots: readonly string[];
}

/**
 * Adds candidates: the proposing side to its draft, either side to an open poll.
 * @throws date-polls.notFound, date-polls.onlyProposer, date-polls.slotKnown, common.staleVersion, common.forbidden, common.wrongState
 */
@Injectable()
export class AddSlots {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: AddSlotsInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const poll = await lockPoll(tx, input.pollId, input.version);
      const state = datePollLifecycle.step(poll.state, 'add-slots', datePollContext(poll, actor));
      assertSlots(input.slots, await tx.now(), poll.slots.length);
      await insertSlots(tx, { id: poll.id, minutes: poll.minutes, audience: audienceOf(poll) }, input.slots);
      await savePoll(tx, poll, state);
      await publishPoll(tx, datePollSlotsAdded, { pollId: poll.id }, audienceOf(poll));
    });
  }
}
