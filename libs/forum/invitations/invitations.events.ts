import { defineEvent } from '#platform/database';

/** The invitation to a session, or its cancellation, has a new number: everybody invited is to be told once. */
export const invitationChanged = defineEvent<{ sessionId: string; sequence: number; method: 'REQUEST' | 'CANCEL' }>(
  'invitation.changed',
);
