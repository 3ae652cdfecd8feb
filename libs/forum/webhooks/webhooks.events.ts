import { defineEvent } from '#platform/database';

export const webhookAdded = defineEvent<{ host: string }>('webhooks.added');
/** `gone`: the desk turned it off itself, because the receiver said so. */
export const webhookChanged = defineEvent<{ host: string; what: 'edited' | 'on' | 'off' | 'removed' | 'gone' }>(
  'webhooks.changed',
);
export const webhookSecretRotated = defineEvent<object>('webhooks.secretRotated');
/** A person had deliveries sent again. */
export const webhookReplayed = defineEvent<{ deliveries: number }>('webhooks.replayed');
export const webhookTested = defineEvent<object>('webhooks.tested');
