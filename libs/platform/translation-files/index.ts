export { writeDocxTable, type TableHeads } from './docx-table.js';
export {
  MAX_TRANSLATION_FILE,
  unitCode,
  type ReturnedFile,
  type ReturnedUnit,
  type SentFile,
  type SentUnit,
} from './exchange-file.js';
export { readDocxTable } from './read-docx.js';
export { translationFileErrors } from './translation-files.errors.js';
export { readXliff, writeXliff } from './xliff.js';
