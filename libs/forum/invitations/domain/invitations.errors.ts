import { defineErrors } from '#core/kernel';

/** Refusals about invitations, their answers, and feeds. An answer that is merely late is no error: its reason is told beside it. */
export const invitationsErrors = defineErrors('invitations', {
  dateNotAgreed: 404, // the session is there, its file is not
  feedNotFound: 404,
  feedsTooMany: 422, // params: max
  uidUnknown: 422,
  numberUnknown: 422,
  attendeeUnknown: 422,
  stampInFuture: 422,
  replyOutdated: 409,
  replyKnown: 409,
});
