import { Injectable } from '@nestjs/common';
import { newId, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { readAddress } from '../domain/address.js';
import { sideOfKeeper, stepWebhook } from '../domain/webhook.lifecycle.js';
import { maxWebhooks } from '../domain/webhooks.types.js';
import { webhooksErrors } from '../domain/webhooks.errors.js';
import {
  hostOf,
  keepNewSecret,
  lockWebhook,
  publishWebhook,
  saveWebhook,
  stopDeliveries,
} from '../persistence/webhooks.repository.js';
import { webhookAdded, webhookChanged, webhookSecretRotated } from '../webhooks.events.js';

export interface AddWebhookInput {
  readonly name: string;
  readonly url: string;
  /** Hosts in the own network that the operator allows. */
  readonly privateHosts: readonly string[];
}

export interface WebhookVersion {
  readonly id: string;
  readonly version: number;
}

export interface EditWebhookInput extends WebhookVersion, Partial<AddWebhookInput> {
  readonly privateHosts: readonly string[];
}

/**
 * Adds a system of the actor's side. Its secret is given here once.
 * @throws common.forbidden, common.invalid (at `url`), webhooks.tooMany
 */
@Injectable()
export class AddWebhook {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: AddWebhookInput): Promise<{ id: string; secret: string }> {
    const side = sideOfKeeper(actor);
    const webhook = { id: newId(), side, url: readAddress(input.url, input.privateHosts) };
    return this.database.runInTx(actor, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 54))`, [side]);
      const standing = await tx.query(`select 1 from forum.webhook where state <> 'removed'`);
      if (standing.length >= maxWebhooks) throw webhooksErrors.tooMany({ max: maxWebhooks });
      await tx.query(`insert into forum.webhook (id, name, url, audience) values ($1, $2, $3, $4)`, [
        webhook.id,
        input.name,
        webhook.url,
        side,
      ]);
      const secret = await keepNewSecret(tx, webhook.id, side);
      await publishWebhook(tx, webhookAdded, { host: hostOf(webhook.url) }, webhook);
      return { id: webhook.id, secret };
    });
  }
}

/** Renames it or moves it to another address. @throws webhooks.notFound, common.staleVersion, common.forbidden, common.invalid (at `url`) */
@Injectable()
export class EditWebhook {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: EditWebhookInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const webhook = await lockWebhook(tx, input.id, input.version);
      stepWebhook(webhook, 'edit', actor);
      const url = input.url === undefined ? webhook.url : readAddress(input.url, input.privateHosts);
      await saveWebhook(tx, { ...webhook, name: input.name ?? webhook.name, url });
      await publishWebhook(tx, webhookChanged, { host: hostOf(url), what: 'edited' }, webhook);
    });
  }
}

const news = { 'turn-on': 'on', 'turn-off': 'off', remove: 'removed' } as const;

/**
 * Turns it on or off, or removes it for good. What waits when it stops is not sent.
 * @throws webhooks.notFound, common.staleVersion, common.forbidden, common.wrongState
 */
@Injectable()
export class SwitchWebhook {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: WebhookVersion & { readonly step: keyof typeof news }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const webhook = await lockWebhook(tx, input.id, input.version);
      const state = stepWebhook(webhook, input.step, actor);
      await saveWebhook(tx, { ...webhook, state });
      if (state !== 'on') await stopDeliveries(tx, webhook.id);
      await publishWebhook(tx, webhookChanged, { host: hostOf(webhook.url), what: news[input.step] }, webhook);
    });
  }
}

/**
 * Gives it another secret. For a day both sign, so that the receiver can change over without a gap.
 * @throws webhooks.notFound, common.staleVersion, common.forbidden
 */
@Injectable()
export class RotateWebhookSecret {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: WebhookVersion): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const webhook = await lockWebhook(tx, input.id, input.version);
      stepWebhook(webhook, 'rotate', actor);
      await saveWebhook(tx, webhook);
      const secret = await keepNewSecret(tx, webhook.id, webhook.side);
      await publishWebhook(tx, webhookSecretRotated, {}, webhook);
      return secret;
    });
  }
}
