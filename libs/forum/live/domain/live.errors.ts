import { defineErrors } from '#core/kernel';

/** Refusals while a session runs (domain.md 3.3, 3.6). */
export const liveErrors = defineErrors('live', {
  /** The session is not open yet, or no longer. */
  notRunning: 409,
  /** The agenda of the session has no such row to be taken up. */
  itemNotFound: 422,
  alreadyOn: 409,
  nobodyWaiting: 409,
  nobodySpeaking: 409,
  speakerNotFound: 404,
  /** Not on a list of the own side that both sides have. */
  memberNotFound: 422,
  alreadyWaiting: 409,
  decisionNotFound: 404,
  /** Words are accepted by the side that did not write them. */
  ownWords: 422,
  wordsOver: 409, // the session is closed
  /** params: max, seconds */
  tooManyScreens: 429,
});
