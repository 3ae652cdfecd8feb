import type { Database } from '#platform/database';
import { handleJob, type JobHandler, type JobQueue } from '#platform/queue';
import { checkStallsJob, stallCheckDue, suggestStalls } from '#forum/channels';

export function checkStalls(database: Database): JobHandler {
  return handleJob(checkStallsJob, async () => {
    await suggestStalls(database);
  });
}

/**
 * Asks for this month's check while the rows say that it has not run. The month is the job's id, so a job that waits already stays one;
 * a queue that lost it is asked again.
 * @returns 0: there is nothing to be moved on at once
 */
export async function relayStallCheck(database: Database, queue: JobQueue): Promise<number> {
  const month = await stallCheckDue(database.readAs('forum_worker'));
  if (month !== null) await queue.add(checkStallsJob, [{ id: month, payload: { month } }]);
  return 0;
}
