import type { Actor } from '#core/kernel';
import type { Database } from '#platform/database';
import type { JobQueue } from '#platform/queue';
import { sealAuditJob } from '#forum/audit';

const batch = 500;
const relay: Actor = {
  userId: '00000000-0000-7000-8000-000000000001',
  side: null,
  roles: [],
  postIds: [],
  language: 'en',
  databaseRole: 'forum_worker',
};

/**
 * Hands published events on to the jobs that follow them and marks them relayed: first the job, then the mark, so a kill between
 * the two repeats a job and loses none. One job seals whatever a batch of events left behind.
 * @returns how many events were relayed
 */
export async function relayOutbox(database: Database, queue: JobQueue): Promise<number> {
  const waiting = await database
    .readAs('forum_worker')
    .query<{ id: string }>(
      `select id from forum.outbox_event where relayed_at is null order by occurred_at, id limit $1`,
      [batch],
    );
  const last = waiting.at(-1);
  if (!last) return 0;
  await queue.add(sealAuditJob, [{ id: last.id, payload: {} }]);
  await database.runInTx(relay, (tx) =>
    tx.query(
      `with mine as (select id from forum.outbox_event where id = any ($1::uuid[]) and relayed_at is null for update skip locked)
       update forum.outbox_event o set relayed_at = forum.now() from mine where o.id = mine.id`,
      [waiting.map(({ id }) => id)],
    ),
  );
  return waiting.length;
}
