import type { Side } from '#core/kernel';
import type { Database, Tx } from '#platform/database';
import { signedHeaders, WebhookError, type PostAnswer, type Poster } from '#platform/webhooks';
import { roleOfSide, workerActor } from '#forum/reminders';
import { mailMessage, pingMessage } from '../domain/message.js';
import { maxAttempts, sendLeaseSeconds, waitSeconds } from '../domain/retry.js';
import { webhooksErrors } from '../domain/webhooks.errors.js';
import { oldSecretHours, type DeliveryKind, type WebhookState } from '../domain/webhooks.types.js';
import { hostOf, publishWebhook, stopDeliveries } from '../persistence/webhooks.repository.js';
import { findMailToTell } from '../queries/mail-to-tell.js';
import { webhookChanged } from '../webhooks.events.js';

interface Claimed {
  readonly id: string;
  readonly webhookId: string;
  readonly kind: DeliveryKind;
  readonly mailId: string | null;
  readonly side: Side;
  readonly attempt: number;
  readonly body: string | null;
  readonly url: string;
  readonly webhookState: WebhookState;
  readonly secrets: readonly string[];
  readonly now: Date;
}

/** How a try ended; without a code it arrived. */
interface Outcome {
  readonly status: number | null;
  readonly code: string | null;
  /** There is no use in another try. */
  readonly final: boolean;
  readonly retryAfter: number;
}

/**
 * Sends one delivery. May run twice at once and again after a kill: a row is held by one try at a time, and every try carries the same
 * id and the same words, so a receiver that drops an id it has seen is told once.
 */
export class DeliverWebhook {
  constructor(
    private readonly database: Database,
    private readonly poster: Poster,
    private readonly publicUrl: string,
  ) {}

  async run(deliveryId: string): Promise<void> {
    const delivery = await this.claim(deliveryId);
    if (!delivery) return;
    await this.record(delivery, await this.attempt(delivery));
  }

  private claim(deliveryId: string): Promise<Claimed | undefined> {
    return this.database.runInTx(workerActor, async (tx) => {
      const [row] = await tx.query<Claimed>(
        `update forum.webhook_delivery d
            set state = 'sending', lease_until = forum.now() + make_interval(secs => $2), attempt = d.attempt + 1
           from forum.webhook w
          where d.id = $1 and d.state = 'queued' and w.id = d.webhook_id
        returning d.id, d.webhook_id as "webhookId", d.kind, d.mail_id as "mailId", d.audience as side, d.attempt, d.body,
                  w.url, w.state as "webhookState", forum.now() as now,
                  array(select s.secret from forum.webhook_secret s
                         where s.webhook_id = w.id and s.audience = w.audience
                           and not exists (select 1 from forum.webhook_secret n
                                            where n.webhook_id = s.webhook_id and (n.created_at, n.id) > (s.created_at, s.id)
                                              and n.created_at <= forum.now() - make_interval(hours => $3))
                         order by s.created_at desc, s.id desc limit 5) as secrets`,
        [deliveryId, sendLeaseSeconds, oldSecretHours],
      );
      return row;
    });
  }

  private async attempt(delivery: Claimed): Promise<Outcome> {
    const { id, kind, webhookState, url, secrets, now } = delivery;
    if (webhookState === 'removed' || (webhookState === 'off' && kind === 'mail'))
      return { status: null, code: webhooksErrors.turnedOff.code, final: true, retryAfter: 0 };
    const body = delivery.body ?? (await this.write(delivery));
    try {
      const headers = signedHeaders({ id, at: now.toISOString(), body }, secrets);
      return outcomeOf(await this.poster.post(url, body, headers));
    } catch (error) {
      if (!(error instanceof WebhookError)) throw error;
      return { status: null, code: error.code, final: false, retryAfter: 0 };
    }
  }

  /** What is sent, read through the side's own role, and kept before it leaves: later tries say the same. */
  private async write({ id, kind, mailId, side, now }: Claimed): Promise<string> {
    const mail = mailId === null ? undefined : await findMailToTell(this.database.readAs(roleOfSide(side)), mailId);
    if (kind === 'mail' && !mail) throw new TypeError('webhooks.mailWithoutSide');
    const body = mail ? mailMessage(mail, this.publicUrl) : pingMessage(side, now.toISOString());
    await this.database.runInTx(workerActor, (tx) =>
      tx.query(`update forum.webhook_delivery set body = $2 where id = $1 and body is null`, [id, body]),
    );
    return body;
  }

  /** Written only while this try still holds the row; who came later has the last word. */
  private async record(delivery: Claimed, { status, code, final, retryAfter }: Outcome): Promise<void> {
    const last = final || delivery.attempt >= maxAttempts;
    const state = code === null ? 'delivered' : last ? 'failed' : 'planned';
    const wait = state === 'planned' ? waitSeconds(delivery.attempt, Math.random(), retryAfter) : 0;
    await this.database.runInTx(workerActor, async (tx) => {
      const held = await tx.query(
        `update forum.webhook_delivery
            set state = $3, lease_until = null, answer_status = $4, last_error_code = $5,
                due_at = case when $3 = 'planned' then forum.now() + make_interval(secs => $6) else due_at end,
                delivered_at = case when $3 = 'delivered' then forum.now() end
          where id = $1 and attempt = $2 and state = 'sending' returning id`,
        [delivery.id, delivery.attempt, state, status, code, wait],
      );
      if (held.length > 0 && code === webhooksErrors.gone.code) await turnOff(tx, delivery);
    });
  }
}

/** The receiver said that it is gone for good: nobody is to be asked again and again (standardwebhooks.com). */
async function turnOff(tx: Tx, { webhookId, side, url }: Claimed): Promise<void> {
  const ended = await tx.query(
    `update forum.webhook set state = 'off', off_reason = 'gone', version = version + 1, updated_at = forum.now()
      where id = $1 and state = 'on' returning id`,
    [webhookId],
  );
  if (ended.length === 0) return;
  await stopDeliveries(tx, webhookId, webhooksErrors.gone.code);
  await publishWebhook(tx, webhookChanged, { host: hostOf(url), what: 'gone' }, { id: webhookId, side });
}

function outcomeOf({ status, retryAfter }: PostAnswer): Outcome {
  if (status >= 200 && status < 300) return { status, code: null, final: false, retryAfter };
  if (status === 410) return { status, code: webhooksErrors.gone.code, final: true, retryAfter };
  const redirected = status >= 300 && status < 400;
  const code = redirected ? webhooksErrors.redirected.code : webhooksErrors.refused.code;
  return { status, code, final: false, retryAfter };
}
