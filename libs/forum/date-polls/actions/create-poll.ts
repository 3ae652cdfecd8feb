import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor, type Side } from '#core/kernel';
import { wallClock } from '#core/i18n';
import { Database, type Tx } from '#platform/database';
import { datePollCreated } from '../date-polls.events.js';
import type { PollFormat } from '../domain/date-poll.types.js';
import { datePollsErrors } from '../domain/date-polls.errors.js';
import { assertDeadline, assertSlots } from '../domain/slot-rules.js';
import { insertPoll, insertSlots, publishPoll, sideOf } from '../persistence/date-polls.repository.js';

export interface CreatePollInput {
  readonly channelId: string;
  readonly sessionId?: string | undefined;
  /** IANA zone of the venue. */
  readonly zone: string;
  readonly minutes: number;
  readonly format: PollFormat;
  readonly host?: Side | undefined;
  /** Instants, ISO 8601. */
  readonly deadline: string;
  readonly slots: readonly string[];
  readonly bothHeads: boolean;
}

/**
 * Drafts a poll for the own side; the other side learns nothing of it until it is shared.
 * @returns the id
 * @throws common.forbidden, common.notATimeZone, date-polls.channelUnknown, date-polls.sessionUnknown, and what `assertSlots` and
 *   `assertDeadline` throw
 */
@Injectable()
export class CreatePoll {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: CreatePollInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const side = sideOf(tx);
      if (!(['secretariat', 'head', 'official', 'delegate'] as const).some((role) => actor.roles.includes(role)))
        throw commonErrors.forbidden();
      const now = await tx.now();
      wallClock(now, input.zone);
      assertSlots(input.slots, now);
      assertDeadline(input.deadline, input.slots, now);
      await assertSubject(tx, input);
      const { sessionId = null, host = null, slots, ...rest } = input;
      const id = await insertPoll(tx, side, { ...rest, sessionId, host });
      await insertSlots(tx, { id, minutes: input.minutes, audience: side }, slots);
      await publishPoll(tx, datePollCreated, { pollId: id }, side);
      return id;
    });
  }
}

async function assertSubject(tx: Tx, { channelId, sessionId }: CreatePollInput): Promise<void> {
  const [channel] = await tx.query('select 1 from forum.channel where id = $1', [channelId]);
  if (!channel)
    throw datePollsErrors.channelUnknown({}, [{ path: 'channelId', code: datePollsErrors.channelUnknown.code }]);
  if (sessionId === undefined) return;
  const [session] = await tx.query('select 1 from forum.session where id = $1 and channel_id = $2', [
    sessionId,
    channelId,
  ]);
  if (!session)
    throw datePollsErrors.sessionUnknown({}, [{ path: 'sessionId', code: datePollsErrors.sessionUnknown.code }]);
}
