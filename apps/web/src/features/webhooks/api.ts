import { useRead } from '../../shared/api/hooks.js';
import type { components } from '../../shared/api/schema.js';

type Schemas = components['schemas'];
export type Webhook = Schemas['WebhookView'];
export type WebhookWithSecret = Schemas['WebhookWithSecretView'];
export type Delivery = Schemas['WebhookDeliveryView'];
export type Deliveries = Schemas['WebhookDeliveryListView'];
export type Replay = Schemas['WebhookReplayView'];

export const useWebhooks = () => useRead<Schemas['WebhookListView']>('/webhooks');
export const useWebhook = (id: string) => useRead<Webhook>(`/webhooks/${id}`);
export const deliveriesPath = (id: string): string => `/webhooks/${id}/deliveries`;
