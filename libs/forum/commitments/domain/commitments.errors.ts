import { defineErrors } from '#core/kernel';

/** Refusals of instruments and commitments (domain.md 3.8). `…NotFound` also answers for what the reader must not know of. */
export const commitmentsErrors = defineErrors('commitments', {
  notFound: 404,
  instrumentNotFound: 404,
  /** A status needs a document, a meeting or a link that shows it. */
  evidenceMissing: 422,
  /** Links are http or https only. */
  evidenceLinkBad: 422,
  /** No such meeting or paper that both sides can read. */
  evidenceUnknown: 422,
  /** The meeting has not been held (params: state). */
  meetingNotHeld: 422,
  /** A status holds from a day that has come (params: day, today). */
  dayNotCome: 422,
  /** Its instrument is not recorded by both sides yet. */
  notRecorded: 422,
  /** A heading without a duty has no course. */
  isChapeau: 422,
  /** The commitment changed after this was proposed. */
  moved: 409,
  nothingChanged: 422,
  /** Original words are fixed once recorded. */
  quoteKept: 422,
  /** The original words and their language go together. */
  quoteIncomplete: 422,
  /** A post must belong to the side it acts for (params: side). */
  postOfOtherSide: 422,
  areaUnknown: 422,
  topicUnknown: 422,
  sessionUnknown: 422,
  /** An intent or a proposal names its side, a joint promise none. */
  sideOfStrength: 422,
  /** A date that the calendar has, of a year, a month or a day. */
  dateBad: 422,
  clausesMissing: 422,
  /** Names and clauses must be there in all languages, seen by a person (params: count). */
  textsOpen: 422,
  /** Only Korean arrangements between agencies are consulted on and posted (domain.md 3.8). */
  noSuchCheck: 422,
});
