import { defineJob } from '#platform/queue';

/** Seals every entry that is not sealed yet; running it twice seals nothing twice. */
export const sealAuditJob = defineJob('audit.seal', { queue: 'ledger', payload: [], attempts: 5, backoffMs: 1_000 });
