import { handleJob, type JobHandler } from '#platform/queue';
import { deliverWebhookJob, type DeliverWebhook } from '#forum/webhooks';

export function deliverWebhooks(deliver: DeliverWebhook): JobHandler {
  return handleJob(deliverWebhookJob, ({ deliveryId }) => deliver.run(deliveryId));
}
