import { defineJob } from '#platform/queue';

/** Carries one delivery. One try only: the row says whether and when there is another, so the queue need not remember. */
export const deliverWebhookJob = defineJob('webhooks.deliver', {
  queue: 'webhooks',
  payload: ['deliveryId'],
  attempts: 1,
  backoffMs: 0,
});
