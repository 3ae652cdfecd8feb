import type { Database } from '#platform/database';
import { carryDueRecordRelease } from '#forum/records';

/** Releases of texts that are due are carried here and not by a job: the row is the plan, and a queue could only be late. */
export const relayRecordReleases = (database: Database): Promise<number> => carryDueRecordRelease(database);
