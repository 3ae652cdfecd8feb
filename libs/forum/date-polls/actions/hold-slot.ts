import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { sessionHoldPlaced, sessionHoldReleased } from '../date-polls.events.js';
import { datePollContext } from '../domain/date-poll-context.js';
import { datePollLifecycle } from '../domain/date-poll.lifecycle.js';
import { datePollsErrors } from '../domain/date-polls.errors.js';
import { assertHold } from '../domain/slot-rules.js';
import { lockPoll, pollOfSlot, publishPoll, savePoll, sideOf } from '../persistence/date-polls.repository.js';
import { findHold, insertHold, releaseHold } from '../persistence/holds.repository.js';

export interface HoldSlotInput {
  readonly slotId: string;
  readonly version: number;
  /** Instant, ISO 8601: then the hold ends by itself. */
  readonly until: string;
}

/**
 * Keeps a slot free for the posts of both sides until a time.
 * @throws date-polls.slotNotFound, date-polls.slotHeld, date-polls.holdNotAhead, date-polls.holdTooLong, date-polls.tooManyHolds,
 *   common.staleVersion, common.forbidden, common.wrongState
 */
@Injectable()
export class HoldSlot {
  constructor(private readonly database: Database) {}

  /** @returns the id of the poll */
  run(actor: Actor, input: HoldSlotInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const poll = await lockPoll(tx, await pollOfSlot(tx, input.slotId), input.version);
      const state = datePollLifecycle.step(poll.state, 'hold', datePollContext(poll, actor));
      const slot = poll.slots.find(({ id }) => id === input.slotId);
      if (!slot) throw datePollsErrors.slotNotFound();
      if (slot.hold) throw datePollsErrors.slotHeld();
      const standing = poll.slots.filter(({ hold }) => hold !== null).length;
      assertHold(input.until, slot.startsAt, standing, await tx.now());
      const holdId = await insertHold(tx, poll, slot, sideOf(tx), input.until);
      await savePoll(tx, poll, state);
      await publishPoll(tx, sessionHoldPlaced, { pollId: poll.id, holdId, slotId: slot.id }, 'joint');
      return poll.id;
    });
  }
}

/**
 * Ends a hold early; either side may, for nobody is bound by it alone.
 * @throws date-polls.holdNotFound, also for one that has run out, common.staleVersion, common.forbidden, common.wrongState
 */
@Injectable()
export class ReleaseHold {
  constructor(private readonly database: Database) {}

  /** @returns the id of the poll */
  run(actor: Actor, input: { readonly holdId: string; readonly version: number }): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const hold = await findHold(tx, input.holdId);
      if (!hold) throw datePollsErrors.holdNotFound();
      const poll = await lockPoll(tx, hold.pollId, input.version);
      const state = datePollLifecycle.step(poll.state, 'hold', datePollContext(poll, actor));
      await releaseHold(tx, input.holdId);
      await savePoll(tx, poll, state);
      const payload = { pollId: poll.id, holdId: input.holdId, slotId: hold.slotId };
      await publishPoll(tx, sessionHoldReleased, payload, 'joint');
      return poll.id;
    });
  }
}
