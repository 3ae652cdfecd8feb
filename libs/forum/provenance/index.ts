export {
  dayBefore,
  firstDay,
  isPartialDate,
  lastDay,
  partialDate,
  PRECISIONS,
  shownDate,
  writtenPrecision,
} from './domain/partial-date.js';
export type { PartialDate, Precision } from './domain/partial-date.js';
export { EVIDENCE, RELIABILITY, SOURCE_KINDS } from './domain/provenance.types.js';
export type { ConflictRow, Evidence, Reliability, SourceKind, SourceRow } from './domain/provenance.types.js';
export { mergeRow } from './domain/merge-row.js';
export { provenanceEntities } from './persistence/provenance.entities.js';
export { takeOver } from './persistence/take-over.js';
export type { IdOf, RecordRow, RecordTable, TakeOverCounts, TakenOver } from './persistence/take-over.js';
export { numberKey, readPage } from './queries/page.js';
export type { ListQuery, Page, PageAsk } from './queries/page.js';
export { conflictsAs, listConflicts, listSources, sourcesAs } from './queries/sources.js';
