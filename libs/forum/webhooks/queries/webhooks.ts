import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { WebhookState } from '../domain/webhooks.types.js';

/** A webhook as its own side sees it; its secret is shown once, when it is made. */
export interface WebhookRow {
  readonly id: string;
  readonly version: number;
  readonly side: Side;
  readonly name: string;
  readonly url: string;
  readonly state: WebhookState;
  readonly offReason: 'gone' | null;
  readonly createdAt: Date;
  /** Deliveries that wait for their moment or are under way. */
  readonly waiting: number;
  readonly failed: number;
  /** When the newest message that has arrived did so. */
  readonly lastDeliveredAt: Date | null;
}

const columns = `w.id, w.version, w.audience as side, w.name, w.url, w.state, w.off_reason as "offReason", w.created_at as "createdAt",
  (select count(*)::int from forum.webhook_delivery d where d.webhook_id = w.id and d.state = 'planned')
    + (select count(*)::int from forum.webhook_delivery d where d.webhook_id = w.id and d.state in ('queued','sending')) as waiting,
  (select count(*)::int from forum.webhook_delivery d where d.webhook_id = w.id and d.state = 'failed') as failed,
  (select d.delivered_at from forum.webhook_delivery d where d.webhook_id = w.id and d.state = 'delivered'
    order by d.created_at desc, d.id desc limit 1) as "lastDeliveredAt"`;

/** The webhooks of the reader's side, but for removed ones, the oldest first. */
export function listWebhooks(reader: Reader): Promise<WebhookRow[]> {
  return reader.query<WebhookRow>(
    `select ${columns} from forum.webhook w where w.state <> 'removed' order by w.created_at, w.id`,
  );
}

export async function findWebhook(reader: Reader, id: string): Promise<WebhookRow | undefined> {
  const [row] = await reader.query<WebhookRow>(
    `select ${columns} from forum.webhook w where w.id = $1 and w.state <> 'removed'`,
    [id],
  );
  return row;
}
