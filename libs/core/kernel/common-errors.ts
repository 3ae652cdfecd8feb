import { defineErrors } from './domain-error.js';

/** Errors that belong to no capability. 400 is the shape of an input; 422 a rule (design.md 4). */
export const commonErrors = defineErrors('common', {
  // shape of a field
  badText: 400, // lone surrogate, control or bidi override character
  duplicate: 400, // params: none; the same value twice in one list
  malformed: 400,
  notABoolean: 400,
  notACursor: 400,
  notADate: 400,
  notALanguage: 400,
  notAList: 400,
  notANumber: 400,
  notASide: 400,
  notATime: 400,
  notATimeZone: 400,
  notAUrl: 400,
  notAnEmail: 400,
  notAnId: 400,
  notAnInstant: 400,
  notAnInteger: 400,
  notInList: 400, // params: allowed (comma-separated codes)
  outOfRange: 400, // params: min, max
  required: 400,
  tooLarge: 400, // params: max (bytes)
  tooLong: 400, // params: max (code points)
  tooMany: 400, // params: max (entries)
  tooShort: 400, // params: min (code points)
  unknownField: 400,
  // the whole request
  invalid: 400, // the faults are in `fields`
  badMediaType: 400,
  forbidden: 403,
  notFound: 404, // also "not yours to know of"
  alreadyExists: 409,
  conflict: 409,
  idempotencyMismatch: 409,
  wrongState: 409, // params: lifecycle, state, action
  staleVersion: 412,
  isTheSource: 422, // params: lang; the source language is edited, not translated
  textMissing: 422, // params: lang
  preconditionNeeded: 428,
  tooManyRequests: 429, // params: seconds
  unavailable: 503,
  unexpected: 503, // a fault of ours; the HTTP edge answers 500
});
