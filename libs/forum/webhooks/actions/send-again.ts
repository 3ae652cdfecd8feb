import { Injectable } from '@nestjs/common';
import { newId, type Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { stepWebhook } from '../domain/webhook.lifecycle.js';
import { webhooksErrors } from '../domain/webhooks.errors.js';
import { lockWebhook, publishWebhook } from '../persistence/webhooks.repository.js';
import { webhookReplayed, webhookTested } from '../webhooks.events.js';

/** Sends a message without content, to see whether it arrives. @throws webhooks.notFound, common.forbidden */
@Injectable()
export class TestWebhook {
  constructor(private readonly database: Database) {}

  run(actor: Actor, webhookId: string): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const webhook = await lockWebhook(tx, webhookId);
      stepWebhook(webhook, 'ping', actor);
      await tx.query(
        `insert into forum.webhook_delivery (id, webhook_id, kind, audience) values ($1, $2, 'ping', $3)`,
        [newId(), webhook.id, webhook.side],
      );
      await publishWebhook(tx, webhookTested, {}, webhook);
    });
  }
}

/**
 * Has one delivery sent again that failed, or that the receiver lost. It keeps its id.
 * @throws webhooks.deliveryNotFound, webhooks.notFailed, webhooks.isOff, common.forbidden
 */
@Injectable()
export class ReplayDelivery {
  constructor(private readonly database: Database) {}

  run(actor: Actor, deliveryId: string): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const [found] = await tx.query<{ webhookId: string }>(
        `select webhook_id as "webhookId" from forum.webhook_delivery where id = $1`,
        [deliveryId],
      );
      if (!found) throw webhooksErrors.deliveryNotFound();
      const webhook = await lockWebhook(tx, found.webhookId);
      stepWebhook(webhook, 'replay', actor);
      const again = await planAgain(tx, `id = $1 and state in ('failed','delivered')`, deliveryId);
      if (again === 0) throw webhooksErrors.notFailed();
      await publishWebhook(tx, webhookReplayed, { deliveries: 1 }, webhook);
      return webhook.id;
    });
  }
}

/** Has every failed delivery of a webhook sent again. @throws webhooks.notFound, webhooks.isOff, common.forbidden */
@Injectable()
export class ReplayFailed {
  constructor(private readonly database: Database) {}

  run(actor: Actor, webhookId: string): Promise<number> {
    return this.database.runInTx(actor, async (tx) => {
      const webhook = await lockWebhook(tx, webhookId);
      stepWebhook(webhook, 'replay', actor);
      const again = await planAgain(tx, `webhook_id = $1 and state = 'failed'`, webhookId);
      if (again > 0) await publishWebhook(tx, webhookReplayed, { deliveries: again }, webhook);
      return again;
    });
  }
}

/** @param which a condition on `$1`; never user text */
async function planAgain(tx: Tx, which: string, id: string): Promise<number> {
  const rows = await tx.query(
    `update forum.webhook_delivery
        set state = 'planned', due_at = forum.now(), lease_until = null, attempt = 0, last_error_code = null,
            answer_status = null, delivered_at = null
      where ${which} returning id`,
    [id],
  );
  return rows.length;
}
