import { newId, type Side } from '#core/kernel';
import type { DomainEvent, Tx } from '#platform/database';
import { commonErrors } from '#core/kernel';
import { newWebhookSecret } from '#platform/webhooks';
import { webhooksErrors } from '../domain/webhooks.errors.js';
import type { WebhookState } from '../domain/webhooks.types.js';

export interface StandingWebhook {
  readonly id: string;
  readonly version: number;
  readonly side: Side;
  readonly name: string;
  readonly url: string;
  readonly state: WebhookState;
}

/** Locks a webhook for a change. @throws webhooks.notFound, common.staleVersion */
export async function lockWebhook(tx: Tx, id: string, version?: number): Promise<StandingWebhook> {
  const [row] = await tx.query<StandingWebhook>(
    `select id, version, audience as side, name, url, state from forum.webhook where id = $1 and state <> 'removed' for update`,
    [id],
  );
  if (!row) throw webhooksErrors.notFound();
  if (version !== undefined && row.version !== version) throw commonErrors.staleVersion();
  return row;
}

export async function saveWebhook(tx: Tx, { id, name, url, state }: StandingWebhook): Promise<void> {
  await tx.query(
    `update forum.webhook set name = $2, url = $3, state = $4, off_reason = null, version = version + 1, updated_at = forum.now() where id = $1`,
    [id, name, url, state],
  );
}

/** Makes and keeps a secret. It is given here once; the sides may not read it again. */
export async function keepNewSecret(tx: Tx, webhookId: string, side: Side): Promise<string> {
  const secret = newWebhookSecret();
  await tx.query(`insert into forum.webhook_secret (id, webhook_id, secret, audience) values ($1, $2, $3, $4)`, [
    newId(),
    webhookId,
    secret,
    side,
  ]);
  return secret;
}

/** What waits is not sent any more; a person may have it sent again. */
export async function stopDeliveries(
  tx: Tx,
  webhookId: string,
  reason: string = webhooksErrors.turnedOff.code,
): Promise<void> {
  await tx.query(
    `update forum.webhook_delivery set state = 'failed', lease_until = null, last_error_code = $2
      where webhook_id = $1 and state in ('planned','queued')`,
    [webhookId, reason],
  );
}

/** Tells the side's own audit trail. */
export async function publishWebhook<Payload extends object>(
  tx: Tx,
  event: DomainEvent<Payload>,
  payload: Payload,
  { id, side }: { readonly id: string; readonly side: Side },
): Promise<void> {
  await tx.publish(event, payload, { audience: side, subjectType: 'webhook', subjectId: id });
}

/** What the audit trail tells of an address: its path may hold a key of the receiver's. */
export const hostOf = (url: string): string => new URL(url).host;
