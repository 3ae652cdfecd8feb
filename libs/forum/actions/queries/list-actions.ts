import type { Actor } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { ActionState } from '../domain/action.types.js';
import { actionColumns, CLOCK_SQL, OVERDUE_SQL, type ActionRow } from './action-columns.js';

/** `mine` = owned by my posts, `side` = by my side, `other` = by the other side, `all` = everything I may read. */
export const ACTION_SCOPES = ['mine', 'side', 'other', 'all'] as const;
export type ActionScope = (typeof ACTION_SCOPES)[number];

export interface ActionFilter {
  readonly scope: ActionScope;
  readonly states?: readonly ActionState[] | undefined;
  readonly overdue?: boolean | undefined;
  readonly sessionId?: string | undefined;
  readonly commitmentId?: string | undefined;
  /** Last row of the page before. */
  readonly after?: { readonly due: string; readonly id: string } | undefined;
  /** 1–200. */
  readonly limit: number;
}

export interface ActionPage {
  readonly items: ActionRow[];
  readonly hasMore: boolean;
}

/** Items the actor may read, earliest due date first; one statement. Row security decides what is there. */
export async function listActions(reader: Reader, actor: Actor, filter: ActionFilter): Promise<ActionPage> {
  const params: unknown[] = [];
  const bind = (value: unknown): string => `$${String(params.push(value))}`;
  const columns = actionColumns(`${bind(actor.side)}::text`);
  const where = conditions(actor, filter, bind);
  const rows = await reader.query<ActionRow>(
    `with ${CLOCK_SQL}
     select ${columns}
       from forum.action_item a, clock
      where ${where.length > 0 ? where.join(' and ') : 'true'}
      order by a.due, a.id
      limit ${bind(filter.limit + 1)}`,
    params,
  );
  return { items: rows.slice(0, filter.limit), hasMore: rows.length > filter.limit };
}

function conditions(actor: Actor, filter: ActionFilter, bind: (value: unknown) => string): string[] {
  const { states, overdue, sessionId, commitmentId, after } = filter;
  return [
    ...scopeCondition(actor, filter.scope, bind),
    ...(states === undefined ? [] : [`a.state = any (${bind(states)}::text[])`]),
    ...(overdue === undefined ? [] : [overdue ? OVERDUE_SQL : `not ${OVERDUE_SQL}`]),
    ...(sessionId === undefined ? [] : [`a.session_id = ${bind(sessionId)}`]),
    ...(commitmentId === undefined ? [] : [`a.commitment_id = ${bind(commitmentId)}`]),
    ...(after === undefined ? [] : [`(a.due, a.id) > (${bind(after.due)}::date, ${bind(after.id)}::uuid)`]),
  ];
}

/** Who belongs to no side owns nothing and has no other side. */
function scopeCondition(actor: Actor, scope: ActionScope, bind: (value: unknown) => string): string[] {
  switch (scope) {
    case 'mine': {
      // One post is the rule; plain equality reads its index in due order and stops at the page's end.
      const [only, ...more] = actor.postIds;
      return only !== undefined && more.length === 0
        ? [`a.owner_post_id = ${bind(only)}::uuid`]
        : [`a.owner_post_id = any (${bind(actor.postIds)}::uuid[])`];
    }
    case 'side':
      return [`a.owner_side = ${bind(actor.side)}::text`];
    case 'other':
      return [`a.owner_side <> ${bind(actor.side)}::text`];
    case 'all':
      return [];
  }
}
