import { Injectable } from '@nestjs/common';
import { commonErrors, newId, type Actor, type Side } from '#core/kernel';
import { Database, type DomainEvent, type Tx } from '#platform/database';
import { keepsDesk, reminderContext, reminderLifecycle, type DeskAct } from '../domain/reminder.lifecycle.js';
import type { ReminderState } from '../domain/reminder.types.js';
import { remindersErrors } from '../domain/reminders.errors.js';
import { findCause } from '../queries/cause.js';
import { deadlineRules } from '../domain/tone.js';
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
 * @throws reminders.notFound, reminders.nothingLeftToTell, common.staleVersion, common.wrongState, common.forbidden
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
      const ids = locked.filter((row) => row.state === asked.state).map((row) => row.id);
      const left = act === 'resend' ? await stillHolding(tx, ids) : ids;
      if (!left.includes(id)) throw remindersErrors.nothingLeftToTell();
      await mend(tx, side, act, left);
    });
  }
}

/** A thousand reminders of a bad day are neither locked at once nor listed in one entry of the audit log. */
const batch = 500;

/**
 * Sends what failed of the own side again, each marked late where its day is gone: not what a later one has told since, and not what
 * nobody holds the post for, which comes by itself. Whoever pressed first did it: the second finds nothing.
 * @returns how many reminders leave again
 * @throws common.forbidden
 */
@Injectable()
export class RetryFailed {
  constructor(private readonly database: Database) {}

  async run(actor: Actor): Promise<number> {
    const side = ownSide(actor);
    if (!keepsDesk(actor)) throw commonErrors.forbidden();
    const failed = await this.database.runInTx(actor, (tx) => findToRetry(tx, side));
    let retried = 0;
    for (let from = 0; from < failed.length; from += batch)
      retried += await this.retry(actor, side, failed.slice(from, from + batch));
    return retried;
  }

  private retry(actor: Actor, side: Side, asked: readonly string[]): Promise<number> {
    return this.database.runInTx(actor, async (tx) => {
      const locked = await lockReminders(tx, side, asked);
      const ids = locked.filter(({ id, state }) => state === 'failed' && asked.includes(id)).map(({ id }) => id);
      if (ids.length > 0) await mend(tx, side, 'retry', ids);
      return ids.length;
    });
  }
}

async function findToRetry(tx: Tx, side: Side): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select r.id from forum.reminder r
      where r.recipient_side = $1 and r.state = 'failed' and r.last_error_code is distinct from 'reminders.postVacant'
        and not exists (select 1 from forum.reminder l
                         where l.subject_type = r.subject_type and l.subject_id = r.subject_id and l.recipient_post_id = r.recipient_post_id
                           and l.state = 'sent' and l.due_at > r.due_at
                           and (l.rule = r.rule
                             or ((l.rule = any ($2) or l.rule like '%-overdue') and (r.rule = any ($2) or r.rule like '%-overdue'))))
      order by r.id`,
    [side, deadlineRules],
  );
  return rows.map(({ id }) => id);
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

/** Those whose cause is what it was when they were planned: only they would leave. */
async function stillHolding(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<Parameters<typeof findCause>[1] & { id: string; cause: string }>(
    `select id, subject_type as "subjectType", subject_id as "subjectId", rule, offset_days as "offsetDays",
            recipient_post_id as "recipientPostId", recipient_side as "recipientSide", cause
       from forum.reminder where id = any ($1) order by id`,
    [ids],
  );
  const holding: string[] = [];
  for (const row of rows) if ((await findCause(tx, row))?.fingerprint === row.cause) holding.push(row.id);
  return holding;
}

async function mend(tx: Tx, side: Side, act: DeskAct, ids: readonly string[]): Promise<void> {
  await tx.query('select forum.mend_reminders($1, $2, $3, $4)', [side, act, ids, newId()]);
  const [first = ''] = ids;
  const about = { audience: side, subjectType: REMINDER_SUBJECT, subjectId: first };
  await tx.publish(events[act], { reminderIds: ids }, about);
}
