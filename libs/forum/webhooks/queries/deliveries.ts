import type { Reader } from '#platform/database';
import type { DeliveryKind, DeliveryState } from '../domain/webhooks.types.js';

/** One message to one webhook as its side sees it. */
export interface DeliveryRow {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly state: DeliveryState;
  /** Subject of the mail it tells of, in the language of that mail; null for a test. */
  readonly subject: string | null;
  readonly language: 'ko' | 'ja' | 'en' | null;
  readonly attempt: number;
  readonly createdAt: Date;
  /** The same to the microsecond, for a cursor. */
  readonly createdAtExact: string;
  /** Not before then; in the past when nothing stands in its way. */
  readonly dueAt: Date;
  readonly deliveredAt: Date | null;
  /** HTTP status of the last answer; null when there was none. */
  readonly answerStatus: number | null;
  /** Code of why it has not arrived. */
  readonly reason: string | null;
}

export interface DeliveryFilter {
  readonly webhookId: string;
  readonly states?: readonly DeliveryState[] | undefined;
  /** Last row of the page before. */
  readonly after?: { readonly createdAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** What one webhook was sent and will be, the newest first. */
export async function listDeliveries(
  reader: Reader,
  { webhookId, states, after, limit }: DeliveryFilter,
): Promise<{ items: DeliveryRow[]; hasMore: boolean }> {
  const rows = await reader.query<DeliveryRow>(
    `select d.id, d.kind, d.state, m.subject, m.language, d.attempt, d.created_at as "createdAt",
            to_char(d.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAtExact", d.due_at as "dueAt",
            d.delivered_at as "deliveredAt", d.answer_status as "answerStatus", d.last_error_code as reason
       from forum.webhook_delivery d left join forum.sent_mail m on m.id = d.mail_id
      where d.webhook_id = $1 and ($2::text[] is null or d.state = any ($2))
        and ($3::timestamptz is null or (d.created_at, d.id) < ($3, $4::uuid))
      order by d.created_at desc, d.id desc limit $5`,
    [webhookId, states ?? null, after?.createdAt ?? null, after?.id ?? null, limit + 1],
  );
  return { items: rows.slice(0, limit), hasMore: rows.length > limit };
}
