import { defineErrors } from '#core/kernel';

/** Refusals about sessions, and the reasons that keep a session from being ready (domain.md 3.3). */
export const sessionsErrors = defineErrors('sessions', {
  notFound: 404,
  notReady: 422,
  notTheDay: 422, // params: date
  notOverYet: 422,
});
