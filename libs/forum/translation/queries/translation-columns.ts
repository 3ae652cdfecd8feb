import type { LocalizedText } from '#core/kernel';
import { postAsJson, type PostRow } from '#forum/identity';
import { sessionRefAs, type SessionRef } from '#forum/sessions';
import { UNFINISHED } from '../domain/translation.lifecycle.js';
import type { TranslationRequest } from '../domain/translation.types.js';

/** One request as lists show it. Dates are `YYYY-MM-DD`; `daysLeft` counts calendar days at the requesting side, negative when late. */
export interface TranslationRow extends TranslationRequest {
  readonly session: SessionRef | null;
  /** What it is for, where that is one object with a title of its own. */
  readonly label: LocalizedText | null;
  readonly requester: PostRow | null;
  readonly translator: PostRow | null;
  readonly checker: PostRow | null;
  readonly daysLeft: number;
  readonly overdue: boolean;
  readonly units: number;
  readonly deliveredAt: Date | null;
  readonly checkedAt: Date | null;
  readonly createdAt: Date;
  /** Who worked on its texts: they do not check them. */
  readonly workers: { readonly translatedUserId: string | null; readonly translatedPostId: string | null }[];
}

/** The stored columns of a request `q`. */
export const requestColumns = `
  q.id, q.container_type as "containerType", q.container_id as "containerId", q.session_id as "sessionId", q.whole,
  q.from_lang as "fromLang", q.to_lang as "toLang", q.due_on as "dueOn", q.requested_side as "requestedSide",
  q.requested_post_id as "requestedPostId", q.translator_post_id as "translatorPostId", q.translator_user_id as "translatorUserId",
  q.checker_post_id as "checkerPostId", q.delivered_user_id as "deliveredUserId", q.checked_user_id as "checkedUserId",
  q.outdated_at as "outdatedAt", q.state, q.note, q.amount, q.audience, q.version`;

const unfinished = UNFINISHED.map((state) => `'${state}'`).join(', ');

/** Today where the requesting side is. */
const today = `forum.today(forum.zone_of(q.requested_side))`;

/** Late is computed, never stored: only who still owes the work can be late. */
export const OVERDUE_SQL = `(q.state in (${unfinished}) and q.due_on < ${today})`;

/** Columns of `TranslationRow` but its label, for a request `q`. `side` is the placeholder of the reader's side, e.g. `$1::text`. */
export function rowColumns(side: string): string {
  return `${requestColumns}, ${sessionRefAs('q.session_id', side)} as session, ${postAsJson('q.requested_post_id')} as requester,
  ${postAsJson('q.translator_post_id')} as translator, ${postAsJson('q.checker_post_id')} as checker,
  q.due_on - ${today} as "daysLeft", ${OVERDUE_SQL} as overdue, q.delivered_at as "deliveredAt", q.checked_at as "checkedAt", q.created_at as "createdAt",
  (select count(*)::integer from forum.translation_unit u where u.request_id = q.id) as units,
  coalesce((select jsonb_agg(distinct jsonb_build_object('translatedUserId', u.translated_user_id, 'translatedPostId', u.translated_post_id))
    from forum.translation_unit u where u.request_id = q.id and u.translated_user_id is not null), '[]') as workers`;
}
