export { DeliverWebhook } from './actions/deliver-webhook.js';
export { handOverDeliveries } from './actions/hand-over-deliveries.js';
export { AddWebhook, EditWebhook, RotateWebhookSecret, SwitchWebhook } from './actions/keep-webhook.js';
export { ReplayDelivery, ReplayFailed, TestWebhook } from './actions/send-again.js';
export { maxAddressLength } from './domain/address.js';
export { allowedListActions, allowedWebhookActions, sideOfKeeper } from './domain/webhook.lifecycle.js';
export { webhooksErrors } from './domain/webhooks.errors.js';
export {
  DELIVERY_STATES,
  WEBHOOK_STATES,
  type DeliveryKind,
  type DeliveryState,
  type WebhookState,
} from './domain/webhooks.types.js';
export { webhookEntities } from './persistence/webhooks.entities.js';
export { listDeliveries, type DeliveryRow } from './queries/deliveries.js';
export { findWebhook, listWebhooks, type WebhookRow } from './queries/webhooks.js';
export { deliverWebhookJob } from './webhooks.jobs.js';
export { WebhooksModule } from './webhooks.module.js';
