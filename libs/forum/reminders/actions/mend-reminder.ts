import { Injectable } from '@nestjs/common';
import { commonErrors, newId, type Actor, type Side } from '#core/kernel';
import { Database, type DomainEvent, type Tx } from '#platform/database';
import { keepsDesk, reminderContext, reminderLifecycle, type DeskAct } from '../domain/reminder.lifecycle.js';
import type { ReminderState } from '../domain/reminder.types.js';
import { remindersErrors } from '../domain/reminders.errors.js';
import {
  REMINDER_SUBJECT,
  remindersArrived,
  remindersReleased,
  remindersResent,
  remindersRetried,
  type RemindersMended,
} from '../reminders.events.js';

export interface MendInput {
  readonly id: string;
  readonly act: DeskAct;
  readonly version: number;
}

const events: Readonly<Record<DeskAct, DomainEvent<RemindersMended>>> = {
  retry: remindersRetried,
  arrived: remindersArrived,
  'send-again': remindersReleased,
  resend: remindersResent,
};

/**
 * Settles what the relay left open of one mail: all reminders it carries move together. A second press finds another state.
 * @throws reminders.notFound, common.staleVersion, common.wrongState, common.forbidden
 */
@Injectable()
export class MendReminder {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, { id, act, version }: MendInput): Promise<void> {
    const side = ownSide(actor);
    await this.database.runInTx(actor, async (tx) => {
      const locked = await lockReminders(tx, side, [id]);
      const asked = locked.find((row) => row.id === id);
      if (!asked) throw remindersErrors.notFound();
      reminderLifecycle.step(asked.state, act, reminderContext(actor, side));
      if (asked.version !== version) throw commonErrors.staleVersion();
      await mend(
        tx,
        side,
        act,
        locked.filter((row) => row.state === asked.state).map((row) => row.id),
      );
    });
  }
}

/**
 * Sends everything of the own side again that failed. Whoever pressed first did it: the second finds nothing.
 * @returns how many reminders leave again
 * @throws common.forbidden
 */
@Injectable()
export class RetryFailed {
  constructor(private readonly database: Database) {}

  async run(actor: Actor): Promise<number> {
    const side = ownSide(actor);
    if (!keepsDesk(actor)) throw commonErrors.forbidden();
    return this.database.runInTx(actor, async (tx) => {
      const failed = await tx.query<{ id: string }>(
        `select id from forum.reminder where recipient_side = $1 and state = 'failed' order by id`,
        [side],
      );
      const locked = await lockReminders(
        tx,
        side,
        failed.map((row) => row.id),
      );
      const ids = locked.filter((row) => row.state === 'failed').map((row) => row.id);
      if (ids.length > 0) await mend(tx, side, 'retry', ids);
      return ids.length;
    });
  }
}

interface Locked {
  readonly id: string;
  readonly state: ReminderState;
  readonly version: number;
}

/** Who has no side has no reminders: they are told what everybody is told of a reminder that is not theirs. */
function ownSide(actor: Actor): Side {
  if (actor.side === null || actor.databaseRole !== `forum_${actor.side}`) throw remindersErrors.notFound();
  return actor.side;
}

/** These reminders and what shares a mail with them, of one side only. */
function lockReminders(tx: Tx, side: Side, ids: readonly string[]): Promise<Locked[]> {
  return tx.query<Locked>('select id, state, version from forum.lock_reminders($1, $2)', [side, ids]);
}

async function mend(tx: Tx, side: Side, act: DeskAct, ids: readonly string[]): Promise<void> {
  await tx.query('select forum.mend_reminders($1, $2, $3, $4)', [side, act, ids, newId()]);
  const [first = ''] = ids;
  const about = { audience: side, subjectType: REMINDER_SUBJECT, subjectId: first };
  await tx.publish(events[act], { reminderIds: ids }, about);
}
