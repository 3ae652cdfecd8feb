import { defineErrors } from '#core/kernel';

/** Refusals about finding a date (domain.md 3.3). None of them tells one side what the other's posts answered. */
export const datePollsErrors = defineErrors('date-polls', {
  notFound: 404,
  slotNotFound: 404,
  holdNotFound: 404,
  onlyProposer: 403,
  notAsked: 403, // the actor's posts are not among those asked
  slotKnown: 409,
  slotHeld: 409,
  channelUnknown: 422,
  sessionUnknown: 422,
  noSlots: 422,
  tooManySlots: 422, // params: max
  slotInPast: 422,
  deadlineNotAhead: 422,
  deadlineNotLater: 422,
  deadlineAfterSlots: 422,
  deadlinePassed: 422,
  postNotOwn: 422,
  participantsMissing: 422,
  headMissing: 422,
  twoHeads: 422,
  answersMissing: 422, // params: count; of the own side only
  verdictsMissing: 422,
  slotNotPossible: 422,
  holdTooLong: 422, // params: days
  holdNotAhead: 422,
  tooManyHolds: 422, // params: max
});
