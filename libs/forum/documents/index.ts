export { actionsDocument, type ActionsToPrint } from './domain/actions-document.js';
export { agendaDocument } from './domain/agenda-document.js';
export type { AgendaToPrint } from './domain/agenda-rows.js';
export { documentsErrors } from './domain/documents.errors.js';
export {
  documentCopies,
  documentKinds,
  type DocumentKind,
  type PrintOrder,
  type SessionHead,
} from './domain/documents.types.js';
export { itemNumber, subNumber } from './domain/item-number.js';
export { participantsDocument } from './domain/participants-document.js';
export type { ParticipantsToPrint } from './domain/participants-people.js';
export { printOrder, type AskedPrint, type DecidedPrint } from './domain/print-order.js';
export { recordDocument } from './domain/record-document.js';
export { documentFileName } from './domain/file-name.js';
export { readSessionHead } from './queries/session-head.js';
// What later capabilities print with: the frame, languages as columns, and words that are tokens where the copies differ.
export { copyLine, endMarks, marksOf } from './domain/document-frame.js';
export { inColumns, sideOfLanguage } from './domain/languages.js';
export { sideWord, titleRun } from './domain/session-head.js';
export { copyRun, dateRun, inOrderOf, lineOf, run, textRuns, word } from './domain/words.js';
