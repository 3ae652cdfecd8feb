import { defineEvent } from '#platform/database';

export const webhookAdded = defineEvent<{ host: string }>('webhooks.added');
export const webhookChanged = defineEvent<{ host: string; what: 'edited' | 'on' | 'off' | 'removed' }>(
  'webhooks.changed',
);
export const webhookSecretRotated = defineEvent<object>('webhooks.secretRotated');
/** A person had deliveries sent again. */
export const webhookReplayed = defineEvent<{ deliveries: number }>('webhooks.replayed');
export const webhookTested = defineEvent<object>('webhooks.tested');
