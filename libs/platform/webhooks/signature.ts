import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

export interface SignedMessage {
  /** The same for every try of the same message: a receiver may drop one it has seen. */
  readonly id: string;
  /** When this try is made, ISO 8601; a receiver refuses what is minutes old. */
  readonly at: string;
  readonly body: string;
}

/** 256 random bits in the form that receivers' libraries read: `whsec_` and base64 (standardwebhooks.com). */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/**
 * The three headers of Standard Webhooks: HMAC-SHA-256 over id, time and body, once with each secret, so that a receiver can change
 * over from an old one without a gap.
 */
export function signedHeaders(message: SignedMessage, secrets: readonly string[]): Record<string, string> {
  const at = new Date(message.at);
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(message.id, at, message.body)).join(' '),
  };
}
