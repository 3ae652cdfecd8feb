import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { datePollClosed, datePollExtended, datePollWithdrawn } from '../date-polls.events.js';
import { datePollContext } from '../domain/date-poll-context.js';
import { datePollLifecycle } from '../domain/date-poll.lifecycle.js';
import { assertLaterDeadline } from '../domain/slot-rules.js';
import { audienceOf, lockPoll, publishPoll, savePoll } from '../persistence/date-polls.repository.js';
import { releaseHolds } from '../persistence/holds.repository.js';

interface PollInput {
  readonly pollId: string;
  readonly version: number;
}

/** Ends the answering before its deadline. @throws date-polls.notFound, date-polls.onlyProposer, common.staleVersion, common.wrongState */
@Injectable()
export class ClosePoll {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: PollInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const poll = await lockPoll(tx, input.pollId, input.version);
      await savePoll(tx, poll, datePollLifecycle.step(poll.state, 'close', datePollContext(poll, actor)));
      await publishPoll(tx, datePollClosed, { pollId: poll.id }, audienceOf(poll));
    });
  }
}

/** Takes a poll back; its holds end with it. @throws date-polls.notFound, date-polls.onlyProposer, common.staleVersion, common.wrongState */
@Injectable()
export class WithdrawPoll {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: PollInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const poll = await lockPoll(tx, input.pollId, input.version);
      await savePoll(tx, poll, datePollLifecycle.step(poll.state, 'withdraw', datePollContext(poll, actor)));
      await releaseHolds(tx, poll);
      await publishPoll(tx, datePollWithdrawn, { pollId: poll.id }, audienceOf(poll));
    });
  }
}

/**
 * Sets a later deadline; a closed poll opens again.
 * @throws date-polls.notFound, date-polls.onlyProposer, date-polls.deadlineNotLater, date-polls.deadlineNotAhead,
 *   date-polls.deadlineAfterSlots, common.staleVersion, common.wrongState
 */
@Injectable()
export class ExtendDeadline {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: PollInput & { readonly deadline: string }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const poll = await lockPoll(tx, input.pollId, input.version);
      const state = datePollLifecycle.step(poll.state, 'extend', datePollContext(poll, actor));
      const starts = poll.slots.map(({ startsAt }) => startsAt);
      assertLaterDeadline(input.deadline, poll.deadline, starts, await tx.now());
      await savePoll(tx, poll, state, input.deadline);
      await publishPoll(tx, datePollExtended, { pollId: poll.id }, audienceOf(poll));
    });
  }
}
