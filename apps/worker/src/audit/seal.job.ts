import type { Database } from '#platform/database';
import { handleJob, type JobHandler } from '#platform/queue';
import { sealAuditJob, sealEntries } from '#forum/audit';

export function sealJob(database: Database): JobHandler {
  return handleJob(sealAuditJob, async () => {
    await sealEntries(database);
  });
}
