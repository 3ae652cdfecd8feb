import type { Audience, LocalizedText, Side } from '#core/kernel';
import { postAsJson, type PostRow } from '#forum/identity';
import { sessionRefAs, type SessionRef } from '#forum/sessions';
import {
  UNFINISHED_STATES,
  type ActionOriginKind,
  type ActionPriority,
  type ActionState,
} from '../domain/action.types.js';

/** One item as lists show it. Dates are `YYYY-MM-DD`; `daysLeft` counts calendar days at the owner's side, is
 * negative when late, and 0 where the due day became free and the next working day has not passed. */
export interface ActionRow {
  id: string;
  number: string;
  title: LocalizedText;
  owner: PostRow;
  ownerSide: Side;
  ownerPostId: string;
  due: string;
  originalDue: string | null;
  daysLeft: number;
  overdue: boolean;
  state: ActionState;
  joint: boolean;
  audience: Audience;
  illustrative: boolean;
  priority: ActionPriority;
  deputyPostId: string | null;
  originKind: ActionOriginKind;
  originId: string | null;
  /** While blocked: when work is expected to go on. */
  expectedOn: string | null;
  /** While reported complete: the last day for an answer, where silence confirms. */
  answerUntil: string | null;
  version: number;
  session: SessionRef | null;
  commitment: { id: string; code: string; text: LocalizedText } | null;
}

/** Unfinished states as an SQL list; written out so that the partial indexes are found. */
export const UNFINISHED_SQL = UNFINISHED_STATES.map((state) => `'${state}'`).join(', ');

/** More days than were ever free in a row. */
const AWAY = 31;

/** The last day before today on which a side works. */
const workedLast = (side: Side): string => `coalesce((
    select max(day) from (select today.${side} - n as day from generate_series(1, ${String(AWAY)}) n) past
     where extract(isodow from day) < 6
       and not exists (select 1 from forum.holiday h where h.side = '${side}' and h.date = day and not h.withdrawn)), today.${side} - ${String(AWAY)})`;

/** Today at each side, and the last day before it on which that side works; read once per statement. */
export const CLOCK_SQL = `clock as materialized (
  select today.kr, today.jp, ${workedLast('kr')} as kr_worked, ${workedLast('jp')} as jp_worked
    from (select forum.today('Asia/Seoul') as kr, forum.today('Asia/Tokyo') as jp) today)`;

/** Today at the owner's side, for an item `a` beside `clock`. */
export const OWNER_TODAY_SQL = `case a.owner_side when 'jp' then clock.jp else clock.kr end`;

/** A due day that became free moves to the next day on which the owner's side works: what is due later than this is not late yet. */
const OWNER_WORKED_SQL = `case a.owner_side when 'jp' then clock.jp_worked else clock.kr_worked end`;

/** Overdue is computed, never stored (domain.md 3.9): only who still owes the work can be late. */
export const OVERDUE_SQL = `(a.state in (${UNFINISHED_SQL}) and a.due <= ${OWNER_WORKED_SQL})`;

const DAYS_LEFT_SQL = `case when a.due > ${OWNER_WORKED_SQL} then greatest(a.due - ${OWNER_TODAY_SQL}, 0) else a.due - ${OWNER_TODAY_SQL} end`;

/** Columns of `ActionRow` for an item `a` beside `clock`. `side` is the placeholder of the reader's side, e.g. `$1::text`. */
export function actionColumns(side: string): string {
  return `
  a.id, a.number, a.title, ${postAsJson('a.owner_post_id')} as owner, a.owner_side as "ownerSide", a.owner_post_id as "ownerPostId",
  a.due, a.original_due as "originalDue", ${DAYS_LEFT_SQL} as "daysLeft",
  ${OVERDUE_SQL} as overdue, a.state, a.joint, a.audience, a.illustrative,
  a.priority, a.deputy_post_id as "deputyPostId", a.origin_kind as "originKind", a.origin_id as "originId", a.expected_on as "expectedOn",
  a.answer_until as "answerUntil", a.version,
  ${sessionRefAs('a.session_id', side)} as session,
  (select jsonb_build_object('id', c.id, 'code', c.code, 'text', c.text) from forum.commitment c where c.id = a.commitment_id) as commitment`;
}
