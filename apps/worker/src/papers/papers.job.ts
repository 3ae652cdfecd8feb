import type { Database } from '#platform/database';
import type { FileStorage } from '#platform/file-storage';
import { handleJob, type JobHandler, type JobQueue } from '#platform/queue';
import { carryDueRelease, sweepDue, sweepFiles, sweepFilesJob } from '#forum/papers';

export function sweepJob(database: Database, storage: FileStorage): JobHandler {
  return handleJob(sweepFilesJob, async () => {
    await sweepFiles(database, storage);
  });
}

/**
 * Asks for this hour's sweep while the rows say that it has not run; the hour is the job's id, so a job that waits already stays one.
 * @returns 0: there is nothing to be moved on at once
 */
export async function relaySweep(database: Database, queue: JobQueue): Promise<number> {
  const hour = await sweepDue(database.readAs('forum_worker'));
  if (hour !== null) await queue.add(sweepFilesJob, [{ id: hour, payload: { hour } }]);
  return 0;
}

/** Releases that are due are carried here and not by a job: the row is the plan, and a queue could only be late. */
export const relayReleases = (database: Database): Promise<number> => carryDueRelease(database);
