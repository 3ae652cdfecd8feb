export { copyOf, type CopyOptions } from './copy-of.js';
export type {
  Block,
  Cell,
  Column,
  DocumentModel,
  Fact,
  Line,
  ModelRun,
  ParallelColumn,
  PrintableDocument,
  Row,
  TableBlock,
  TextRun,
  TokenRun,
  Tone,
} from './document-model.js';
export { MISSING_LETTER } from './fonts.js';
export { writeDocx } from './write-docx.js';
export { writeHtml } from './write-html.js';
export { writePdf } from './write-pdf.js';
