import { defineJob } from '#platform/queue';

/** Carries one mail, a reminder or all of a reader's day, for the try that comes after `attempt`. One try only: the row says whether and when there is another, so the queue need not remember. */
export const deliverReminderJob = defineJob('reminders.deliver', {
  queue: 'mail',
  payload: ['carriedId', 'attempt'],
  attempts: 1,
  backoffMs: 0,
});
