export { importRecord, readRecord, type ImportInput, type ImportReport } from './actions/import-record.js';
export { linksFile, loadRecord, recordFiles, termFiles, type LoadRecordOptions } from './actions/load-record.js';
export { historyErrors } from './domain/history.errors.js';
export type { History } from './domain/history.schema.js';
export { recordImported } from './history.events.js';
