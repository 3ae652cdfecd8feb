import { recordEveryEvent } from './actions/record-entry.js';

recordEveryEvent();

export { sealEntries, verifyChain } from './actions/seal-entries.js';
export { sealAuditJob } from './audit.jobs.js';
export { auditEntities } from './persistence/audit.entities.js';
