import { isSide, SIDES, type Side } from '#core/kernel';
import type { Database, Tx } from '#platform/database';
import type { JobQueue } from '#platform/queue';
import { loadCalendar } from '#forum/working-days';
import { isOfficeHour } from '../domain/planning.js';
import { queueLeaseSeconds } from '../domain/retry.js';
import { deliverReminderJob } from '../reminders.jobs.js';
import { workerActor } from './worker-actor.js';

/** Only one worker looks for due reminders at a time (pitfalls.md 33). */
const tickLock = 7_320_416;
const batch = 500;

/**
 * Turns reminders that are due, or whose lease has ended, into jobs that carry the id only. The rows are leased and committed
 * first: whatever the queue loses is handed over again when the lease ends (pitfalls.md 28, 29).
 * @returns how many were handed over
 */
export async function handOverDue(database: Database, queue: JobQueue): Promise<number> {
  const due = await database.runInTx(workerActor, async (tx) => {
    const [lock] = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [tickLock]);
    if (!lock?.mine || !(await anythingDue(tx))) return [];
    const sides = await sidesAtWork(tx);
    await dropOvertaken(tx, sides);
    return leaseDue(tx, sides);
  });
  await queue.add(
    deliverReminderJob,
    due.map(({ id, attempt }) => ({ id: `${id}-${String(attempt)}`, payload: { reminderId: id } })),
  );
  return due.length;
}

/** Spares the calendar: most ticks find nothing. */
async function anythingDue(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ due: boolean }>(
    `select exists (select 1 from forum.reminder where state = 'planned' and due_at <= forum.now())
         or exists (select 1 from forum.reminder where state in ('queued','sending','in_doubt') and lease_until <= forum.now()) as due`,
  );
  return row?.due ?? false;
}

async function sidesAtWork(tx: Tx): Promise<Side[]> {
  const [calendar, now] = [await loadCalendar(tx), await tx.now()];
  return SIDES.filter((side) => isSide(side) && isOfficeHour(now, side, calendar));
}

/** After an outage the latest reminder of each object speaks for those before it (domain.md 8, case 13). */
async function dropOvertaken(tx: Tx, sides: readonly Side[]): Promise<void> {
  await tx.query(
    `update forum.reminder r set state = 'cancelled', lease_until = null, last_error_code = 'reminders.overtaken'
      where r.state = 'planned' and r.due_at <= forum.now() and r.recipient_side = any ($1)
        and exists (select 1 from forum.reminder l
                     where l.subject_type = r.subject_type and l.subject_id = r.subject_id and l.rule = r.rule
                       and l.recipient_post_id = r.recipient_post_id and l.state = 'planned' and l.due_at <= forum.now()
                       and (l.due_at, l.offset_days) > (r.due_at, r.offset_days))`,
    [sides],
  );
}

async function leaseDue(tx: Tx, sides: readonly Side[]): Promise<{ id: string; attempt: number }[]> {
  return tx.query(
    `with due as (
       select id from forum.reminder
        where recipient_side = any ($1)
          and ((state = 'planned' and due_at <= forum.now() and (lease_until is null or lease_until <= forum.now()))
            or (state in ('queued','sending','in_doubt') and lease_until <= forum.now()))
        order by due_at, id limit ${String(batch)} for update skip locked)
     update forum.reminder r
        set state = case when r.state in ('sending','in_doubt') then 'in_doubt' else 'queued' end,
            lease_until = forum.now() + make_interval(secs => $2)
       from due where r.id = due.id
     returning r.id, r.attempt`,
    [sides, queueLeaseSeconds],
  );
}
