import { commonErrors, isId, type Actor, type Allowed } from '#core/kernel';
import {
  allowedListActions,
  allowedWebhookActions,
  webhooksErrors,
  type DeliveryRow,
  type WebhookRow,
} from '#forum/webhooks';
import { etagOf } from '../http/decorators.js';
import type { WebhookDeliveryView, WebhookListView, WebhookView } from './webhooks.dto.js';

export function presentWebhooks(rows: readonly WebhookRow[], actor: Actor): WebhookListView {
  return { items: rows.map((row) => presentWebhook(row, actor)), allowedActions: allowedListActions(rows.length) };
}

export function presentWebhook(row: WebhookRow, actor: Actor): WebhookView {
  const { id, name, url, offReason, waiting, failed } = row;
  return {
    id,
    etag: etagOf(row.version),
    name,
    url,
    state: row.state === 'on' ? 'on' : 'off',
    offReason,
    createdAt: row.createdAt.toISOString(),
    waiting,
    failed,
    lastDeliveredAt: row.lastDeliveredAt?.toISOString() ?? null,
    allowedActions: allowedWebhookActions(row, actor),
  };
}

export function presentDelivery(row: DeliveryRow, webhook: WebhookRow, actor: Actor): WebhookDeliveryView {
  const { id, kind, state, subject, language, attempt, answerStatus, reason } = row;
  return {
    id,
    kind,
    state,
    subject,
    language,
    attempt,
    createdAt: row.createdAt.toISOString(),
    nextTryAt: state === 'planned' ? row.dueAt.toISOString() : null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    answerStatus,
    reason,
    allowedActions: [replayOf(row, webhook, actor)],
  };
}

function replayOf({ state }: DeliveryRow, webhook: WebhookRow, actor: Actor): Allowed {
  const ended = state === 'failed' || state === 'delivered';
  const own = allowedWebhookActions(webhook, actor).find(({ action }) => action === 'replay');
  const reason = ended ? (own?.reason ?? null) : webhooksErrors.notFailed.code;
  return { action: 'replay', allowed: reason === null, reason };
}

/** The last row of a page: where the next one begins. */
export interface DeliveryCursor {
  readonly createdAt: string;
  readonly id: string;
}

export const writeCursor = (row: DeliveryRow): string =>
  Buffer.from(`${row.createdAtExact} ${row.id}`).toString('base64url');

/** @throws common.notACursor */
export function readCursor(cursor: string): DeliveryCursor {
  const [createdAt = '', id] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const isTime =
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/.test(createdAt) && !Number.isNaN(Date.parse(createdAt));
  if (!isTime || !isId(id)) throw commonErrors.notACursor({}, [{ path: 'cursor', code: commonErrors.notACursor.code }]);
  return { createdAt, id };
}
