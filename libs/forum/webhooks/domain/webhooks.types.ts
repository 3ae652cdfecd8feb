/** `off` sends nothing; `removed` is gone for good and kept for the record of what it was sent. */
export const WEBHOOK_STATES = ['on', 'off', 'removed'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** A mail that went out, or a test somebody asked for. */
export type DeliveryKind = 'mail' | 'ping';

/** `planned` waits for its moment; `queued` was handed to the queue; `sending` is held by a worker until its lease ends; `failed` waits for a person. */
export const DELIVERY_STATES = ['planned', 'queued', 'sending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** How many webhooks a side may keep at a time. */
export const maxWebhooks = 10;

/** The old secret goes on signing beside the new one for so many hours, so that the receiver can change over without a gap. */
export const oldSecretHours = 24;
