import { otherSide, type Actor } from '#core/kernel';
import type { Reader } from '#platform/database';
import { UNFINISHED_STATES, type ActionPriority, type ActionState } from '../domain/action.types.js';
import { actionColumns, CLOCK_SQL, OVERDUE_SQL, UNFINISHED_SQL, type ActionRow } from './action-columns.js';

/**
 * `mine` = owned by my posts, `deputy` = those I stand in for, `side` = by my side, `other` = by the other side, `all` = everything I may
 * read.
 */
export const ACTION_SCOPES = ['mine', 'deputy', 'side', 'other', 'all'] as const;
export type ActionScope = (typeof ACTION_SCOPES)[number];

export interface ActionFilter {
  readonly scope: ActionScope;
  readonly states?: readonly ActionState[] | undefined;
  readonly overdue?: boolean | undefined;
  readonly sessionId?: string | undefined;
  readonly commitmentId?: string | undefined;
  readonly channelId?: string | undefined;
  readonly ownerPostId?: string | undefined;
  readonly priority?: ActionPriority | undefined;
  /** What the owner still owes: not reported, confirmed or ended. */
  readonly unfinished?: boolean | undefined;
  /** `YYYY-MM-DD`, both included. */
  readonly dueFrom?: string | undefined;
  readonly dueTo?: string | undefined;
  /** What came from one object, e.g. a radio issue. */
  readonly originId?: string | undefined;
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

/** Written out where it holds, so that the small indexes of unfinished items are found. */
const UNFINISHED = `a.state in (${UNFINISHED_SQL})`;

/** The same with reports that wait for an answer. */
const OPEN = `a.state in (${UNFINISHED_SQL}, 'done_claimed')`;

/** The latest day on which anything can be overdue: where the list begins and ends in the index. */
const LATE = `a.due <= (select greatest(clock.kr_worked, clock.jp_worked) from clock)`;

function conditions(actor: Actor, filter: ActionFilter, bind: (value: unknown) => string): string[] {
  const { states, overdue, unfinished, after } = filter;
  const owed = unfinished === true || (states?.every((state) => isUnfinished(state)) ?? false);
  const equal: readonly [string, string | undefined][] = [
    ['a.session_id', filter.sessionId],
    ['a.commitment_id', filter.commitmentId],
    ['a.channel_id', filter.channelId],
    ['a.owner_post_id', filter.ownerPostId],
    ['a.priority', filter.priority],
    ['a.origin_id', filter.originId],
  ];
  return [
    ...scopeCondition(actor, filter.scope, bind),
    ...(states === undefined ? [] : [`a.state = any (${bind(states)}::text[])`]),
    ...(owed && overdue !== true ? [UNFINISHED] : []),
    ...(!owed && (states?.every((state) => isOpen(state)) ?? false) ? [OPEN] : []),
    ...(overdue === undefined ? [] : overdue ? [UNFINISHED, LATE, OVERDUE_SQL] : [`not ${OVERDUE_SQL}`]),
    ...equal.flatMap(([column, value]) => (value === undefined ? [] : [`${column} = ${bind(value)}`])),
    ...(filter.dueFrom === undefined ? [] : [`a.due >= ${bind(filter.dueFrom)}::date`]),
    ...(filter.dueTo === undefined ? [] : [`a.due <= ${bind(filter.dueTo)}::date`]),
    ...(after === undefined ? [] : [`(a.due, a.id) > (${bind(after.due)}::date, ${bind(after.id)}::uuid)`]),
  ];
}

const isUnfinished = (state: ActionState): boolean => UNFINISHED_STATES.some((one) => one === state);

const isOpen = (state: ActionState): boolean => state === 'done_claimed' || isUnfinished(state);

/** Who belongs to no side owns nothing and has no other side. */
function scopeCondition(actor: Actor, scope: ActionScope, bind: (value: unknown) => string): string[] {
  switch (scope) {
    case 'mine':
      return [heldBy('a.owner_post_id', actor, bind)];
    case 'deputy':
      return [heldBy('a.deputy_post_id', actor, bind)];
    case 'side':
      return [`a.owner_side = ${bind(actor.side)}::text`];
    case 'other':
      return [`a.owner_side = ${bind(actor.side === null ? null : otherSide(actor.side))}::text`];
    case 'all':
      return [];
  }
}

/** One post is the rule; plain equality reads its index in due order and stops at the page's end. */
function heldBy(column: string, actor: Actor, bind: (value: unknown) => string): string {
  const [only, ...more] = actor.postIds;
  return only !== undefined && more.length === 0
    ? `${column} = ${bind(only)}::uuid`
    : `${column} = any (${bind(actor.postIds)}::uuid[])`;
}
