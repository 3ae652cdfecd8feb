import { defineErrors } from '#core/kernel';

/** Refusals about the texts that come out of a session (domain.md 3.7). */
export const recordsErrors = defineErrors('records', {
  notFound: 404,
  paragraphNotFound: 404,
  versionNotFound: 404,
  bracketNotFound: 404,
  sessionCancelled: 409,
  sessionNotShared: 422,
  noParagraphs: 422,
  machineText: 422, // params: count
  itemNotFound: 422,
  itemPrivate: 422, // an item that only one side sees cannot be named in a shared text
  bracketUntagged: 422, // params: at (character, counted from 1)
  bracketUnbalanced: 422, // params: at
  otherSidesWords: 422, // brackets of the other side are followed, never struck
  ownWords: 422, // a side follows the other's words, not its own
  unknownToken: 422, // params: token
  notFinal: 422, // params: brackets, texts; each stands in `fields`
  bracketOpen: 422, // params: lang
  authenticMissing: 422,
  prevailingNotAuthentic: 422,
  keyAlreadyTurned: 409,
  keyNotTurned: 409,
  notCleared: 422,
  alreadyInClearance: 409,
  notInClearance: 409,
  clearanceSentBack: 409, // a post of the own chain sent it back: recalled or changed before it is cleared
  clearanceStands: 409, // a key, a signature or a confirmation stands on it
  notYourStep: 403,
  postNotYours: 422,
  jointOnly: 422,
  unilateralOnly: 422,
  alreadyAdReferendum: 409,
  notConfirmed: 422, // signed ad referendum, and a government has still to say yes
  notForSignature: 422,
  signedAgain: 422, // what was signed is corrected by what is signed
  forSignature: 422,
  notInFuture: 422,
  beforeEmbargo: 422, // params: at (ISO 8601 UTC)
  notShown: 422, // params: hours
  notShownLongEnough: 422, // params: hours, from (ISO 8601 UTC)
  releasePlanned: 409,
  noReleasePlanned: 409,
  keptClosed: 409,
  revisionMoved: 409, // params: revision
  positionOutOfRange: 422, // params: max
  tooManyParagraphs: 422, // params: max
  annexOfMissing: 422,
  channelNotShared: 422,
  ruleUnchanged: 409,
  // what keeps a session from being ready or closed
  textsBracketed: 422, // params: count
  minutesMissing: 422,
  outcomeOpen: 422,
});
