import { defineErrors } from '#core/kernel';

/** Faults of the calendar; texts under `working-days:errors.*`. */
export const workingDaysErrors = defineErrors('working-days', {
  /** No table for this year (params: year, first, last). */
  yearUnknown: 422,
  /** The range ends before it begins (params: from, to). */
  rangeInverted: 422,
  /** The range is longer than can be shown at once (params: days, max). */
  rangeTooLong: 422,
  /** No calendar reaches this day (params: date, first, last). */
  dateOutOfReach: 422,
  /** The side has a day of this kind on this date already, perhaps withdrawn. */
  dayTaken: 409,
  /** A row of a file names a day that people have withdrawn. */
  dayWithdrawn: 409,
  /** The name is missing in the language of the side that keeps the day (params: lang). */
  ownNameMissing: 422,
  /** A temporary day needs the decision it rests on. */
  citationNeeded: 422,
  /** The soft period is longer than can be meant (params: days, max). */
  periodTooLong: 422,
  /** The file is larger than a holiday table can be (params: max, in bytes). */
  fileTooLarge: 422,
  /** The file is not UTF-8: saved by Excel in the code page of one country. */
  fileNotUtf8: 422,
  /** The file has no rows below its head. */
  fileEmpty: 422,
  /** A quotation mark is opened and not closed, or stands inside a cell (params: line). */
  fileQuotes: 422,
  /** More rows than a holiday table can have (params: rows, max). */
  fileTooManyRows: 422,
  /** Columns that must be there (params: columns). */
  columnsMissing: 422,
  /** A column that is unknown or stands twice (params: column). */
  columnUnknown: 422,
  /** A row has fewer or more cells than the head (params: cells, expected). */
  rowWidth: 422,
  /** The same day stands in the file before (params: line). */
  rowTwice: 422,
  /** The name of a rule has other letters than a–z, digits, full stop and hyphen. */
  ruleMalformed: 422,
  /** Rows are refused, so nothing was taken over (params: count); the rows are in `fields`. */
  importRefused: 422,
});
