import type { Database } from '#platform/database';
import type { JobQueue } from '#platform/queue';
import { workerActor } from '#forum/reminders';
import { maxAttempts, mostUnderWay, queueLeaseSeconds } from '../domain/retry.js';
import { webhooksErrors } from '../domain/webhooks.errors.js';
import { deliverWebhookJob } from '../webhooks.jobs.js';

/** Only one worker looks at a time. */
const tickLock = 7_320_454;

/**
 * Turns deliveries that are due, or whose lease has ended, into jobs that carry the id only, a few of each webhook at a time. The rows
 * are leased and committed first: whatever the queue loses is handed over again when the lease ends (design.md decision 9).
 * @returns how many were handed over
 */
export async function handOverDeliveries(database: Database, queue: JobQueue): Promise<number> {
  const due = await database.runInTx(workerActor, async (tx) => {
    const [lock] = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [tickLock]);
    if (!lock?.mine) return [];
    await tx.query(
      `update forum.webhook_delivery set state = 'failed', lease_until = null, last_error_code = $2
        where state in ('queued','sending') and lease_until <= forum.now() and attempt >= $1`,
      [maxAttempts, webhooksErrors.unanswered.code],
    );
    return tx.query<{ id: string; attempt: number }>(
      `with busy as (
         select webhook_id, count(*) as under_way from forum.webhook_delivery
          where state in ('queued','sending') and lease_until > forum.now() group by webhook_id
       ), due as (
         select next.id
           from forum.webhook w
           left join busy b on b.webhook_id = w.id
           cross join lateral (
             select d.id from forum.webhook_delivery d
              where d.webhook_id = w.id
                and ((d.state = 'planned' and d.due_at <= forum.now())
                  or (d.state in ('queued','sending') and d.lease_until <= forum.now()))
              order by d.due_at, d.id
              limit greatest($2 - coalesce(b.under_way, 0), 0)) next
       )
       update forum.webhook_delivery d
          set state = 'queued', lease_until = forum.now() + make_interval(secs => $1)
         from due where due.id = d.id
       returning d.id, d.attempt`,
      [queueLeaseSeconds, mostUnderWay],
    );
  });
  await queue.add(
    deliverWebhookJob,
    due.map(({ id, attempt }) => ({ id: `${id}-${String(attempt)}`, payload: { deliveryId: id } })),
  );
  return due.length;
}
