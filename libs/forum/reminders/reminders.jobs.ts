import { defineJob } from '#platform/queue';

/** Carries one reminder. One try only: the row says whether and when there is another, so the queue need not remember. */
export const deliverReminderJob = defineJob('reminders.deliver', {
  queue: 'mail',
  payload: ['reminderId'],
  attempts: 1,
  backoffMs: 0,
});
