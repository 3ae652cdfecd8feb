import { defineEvent } from '#platform/database';

/** The invitation to a session, or its cancellation, has a new number: everybody invited is to be told once. */
export const invitationChanged = defineEvent<{ sessionId: string; sequence: number; method: 'REQUEST' | 'CANCEL' }>(
  'invitation.changed',
);

/** An answer to an invitation was recorded; of one side alone. */
export const calendarReplyReceived = defineEvent<{ sessionId: string; replyId: string }>(
  'invitation.calendarReplyReceived',
);
