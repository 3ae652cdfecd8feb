import { commonErrors, defineLifecycle, type Actor, type Allowed, type Side } from '#core/kernel';
import { WEBHOOK_STATES, maxWebhooks, type WebhookState } from './webhooks.types.js';
import { webhooksErrors } from './webhooks.errors.js';

/** A webhook is its side's own; its secretariat keeps it. A test may also be sent to one that is off, before it is turned on. */
export const webhookLifecycle = defineLifecycle({
  name: 'webhook',
  states: WEBHOOK_STATES,
  initial: 'on',
  transitions: [
    { action: 'edit', from: ['on', 'off'], by: ['ownSecretariat'] },
    { action: 'ping', from: ['on', 'off'], by: ['ownSecretariat'] },
    { action: 'replay', from: ['on', 'off'], by: ['ownSecretariat'], guards: ['isOn'] },
    { action: 'rotate', from: ['on', 'off'], by: ['ownSecretariat'] },
    { action: 'turn-on', from: ['off'], to: 'on', by: ['ownSecretariat'] },
    { action: 'turn-off', from: ['on'], to: 'off', by: ['ownSecretariat'] },
    { action: 'remove', from: ['on', 'off'], to: 'removed', by: ['ownSecretariat'] },
  ],
});

export type WebhookAction = (typeof webhookLifecycle.actions)[number];

interface Standing {
  readonly side: Side;
  readonly state: WebhookState;
}

const keepsWebhooksOf = (actor: Actor, side: Side): boolean =>
  actor.side === side && actor.roles.includes('secretariat');

/** The side whose webhooks the actor keeps. @throws common.forbidden */
export function sideOfKeeper(actor: Actor): Side {
  if (actor.side === null || !keepsWebhooksOf(actor, actor.side)) throw commonErrors.forbidden();
  return actor.side;
}

/** The state after the step. @throws common.forbidden, common.wrongState, webhooks.isOff */
export const stepWebhook = (webhook: Standing, action: WebhookAction, actor: Actor): WebhookState =>
  webhookLifecycle.step(webhook.state, action, contextOf(webhook, actor));

export const allowedWebhookActions = (webhook: Standing, actor: Actor): Allowed[] =>
  webhookLifecycle.allowedActions(webhook.state, contextOf(webhook, actor));

/** What a secretariat may do with the list. */
export const allowedListActions = (standing: number): Allowed[] => {
  const allowed = standing < maxWebhooks;
  return [{ action: 'create', allowed, reason: allowed ? null : webhooksErrors.tooMany.code }];
};

const contextOf = ({ side, state }: Standing, actor: Actor) => ({
  is: { ownSecretariat: () => keepsWebhooksOf(actor, side) },
  guards: { isOn: () => (state === 'on' ? null : webhooksErrors.isOff.code) },
});
