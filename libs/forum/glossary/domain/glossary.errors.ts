import { defineErrors } from '#core/kernel';

/** Refusals about agreed terms. */
export const glossaryErrors = defineErrors('glossary', {
  notFound: 404,
  codeTaken: 409, // params: code
  nothingChanged: 409,
  termMoved: 409, // params: none; the term was changed since the proposal was written
  areaMalformed: 422,
  formTwice: 422, // params: form, lang; one form is agreed and to be avoided, or named twice
  // files
  fileTooLarge: 422, // params: max (bytes)
  fileNotUtf8: 422,
  fileEmpty: 422,
  fileTooManyRows: 422, // params: max
  columnsMissing: 422, // params: columns
  fileNotTbx: 422,
  fileUnsafe: 422, // params: none; a document type or an entity in it
  codeMalformed: 422,
  retired: 422, // params: none; a retired term is restored before it is changed
  rowTwice: 422, // params: line
  termMissing: 422, // params: lang
  cellsWrong: 422, // params: line
  importRefused: 422, // params: count; the faults are in `fields`
  importTooLarge: 422, // params: count, max (proposals)
});
