import { defineErrors } from '#core/kernel';

/** Refusals about sessions, and the reasons that keep a session from being ready (domain.md 3.3). */
export const sessionsErrors = defineErrors('sessions', {
  notFound: 404,
  notReady: 422,
  notTheDay: 422, // params: date
  notOverYet: 422,
  notClosable: 422,
  alreadyShared: 409,
  notShared: 409,
  // date, place and host
  datePast: 422, // params: date
  endBeforeStart: 422,
  timesIncomplete: 422,
  timeDoesNotExist: 422, // params: date, time, zone
  timeTwice: 422, // params: date, time, zone
  placeMissing: 422,
  marginsTwice: 422,
  marginsNotFound: 422,
  sameHostTwice: 422, // params: side
  sameHostReason: 422,
  channelEnded: 422,
  channelNotFound: 422,
  // level and number
  levelTooLate: 422, // params: date
  levelUnchanged: 409,
  ordinalTaken: 409,
  // programme
  programmeItemNotFound: 404,
  dayOutOfRange: 422, // params: days
});
