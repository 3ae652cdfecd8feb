import { defineErrors } from '#core/kernel';

/** Refusals of signing in and of accounts. */
export const identityErrors = defineErrors('identity', {
  badCredentials: 401,
  signInNeeded: 401,
  sessionExpired: 401,
  tooManyAttempts: 429,
  notAllowed: 403,
  emailTaken: 409,
  postNotFound: 404,
});
