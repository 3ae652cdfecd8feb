import { defineErrors } from '#core/kernel';

/** `notFound` also answers for a channel the reader must not know of. */
export const channelsErrors = defineErrors('channels', {
  notFound: 404,
  alreadyShared: 409,
  nameMissing: 422,
  nameTaken: 409,
  noSuchBody: 422,
  noSuchChannel: 422,
  noSuchInstrument: 422,
  noSuchSession: 422,
  noSuchTopic: 422,
  noSuggestion: 409,
  notHigher: 422,
  notOnLadder: 422,
  levelMoved: 409,
  nameRepeated: 422,
  stateUnknown: 409,
  nothingChanges: 422,
  notShared: 409,
  notYourStall: 403,
  onlyProposerWithdraws: 403,
  sessionOpen: 409,
  sessionPast: 422,
  successorMissing: 422,
});
