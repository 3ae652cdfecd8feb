import { defineErrors } from '#core/kernel';

/** Refusals of the radio register (domain.md 3.10). */
export const radioErrors = defineErrors('radio', {
  notFound: 404, // also for an issue the reader must not know of
  positionNotFound: 404,
  measurementNotFound: 404,
  linkNotFound: 404,
  // bands as people write them
  notABand: 422, // params: text; letters, or no number at all
  bandReversed: 422, // params: text; low is not below high
  bandTooHigh: 422, // params: text; 3 THz and more
  bandTooLow: 422, // params: text; zero, or a width of nothing
  commaUnclear: 422, // params: text; a comma that may set off thousands or decimals
  bandTooFine: 422, // params: text; finer than one hertz
  tooManyBands: 422, // params: max
  noBand: 422,
  // the case
  isPlanned: 422,
  notPlanned: 422,
  notMeasured: 422,
  noMeasureAgreed: 422,
  noNextCheck: 422,
  reopeningOver: 422, // params: months
  notTheSame: 422,
  nothingChanged: 422,
  stationSite: 422,
  stationCoordinates: 422,
  dateInFuture: 422,
  dateInPast: 422,
  dueNotWorking: 422, // params: before, after
  // positions and measurements
  positionMissing: 422,
  machineText: 422,
  revisionMoved: 409, // params: revision
  alreadyExchanged: 409,
  notReported: 422,
  // links and sessions
  sameIssue: 422,
  alreadyLinked: 409,
  sessionNotShared: 422,
  alreadyRaised: 409,
  channelNotFound: 422,
  // files
  fileTooLarge: 422, // params: max (bytes)
  fileNotReadable: 422, // params: encoding
  fileHeader: 422, // params: missing (comma-separated columns)
  fileEmpty: 422,
  fileTooLong: 422, // params: max (rows)
  fileWord: 422, // params: text; a word the column does not know
  fileMoved: 409,
  fileRows: 422, // params: count; the faults are in `fields`
});
