import {
  commonErrors,
  defineLifecycle,
  type Actor,
  type Allowed,
  type LifecycleContext,
  type Refusal,
} from '#core/kernel';
import type { ActionItem, ActionState } from './action.types.js';
import { actionsErrors } from './actions.errors.js';

/**
 * The one table of an action item (domain.md 3.9, 2): enforcement, `allowedActions`, README and tests come from it. `cancel` and
 * `supersede` of a joint item only turn the first key; the other side's key ends it.
 */
export const actionLifecycle = defineLifecycle({
  name: 'action-item',
  states: ['open', 'in_progress', 'blocked', 'done_claimed', 'done_confirmed', 'cancelled', 'superseded'],
  initial: 'open',
  transitions: [
    { action: 'start', from: ['open'], to: 'in_progress', by: ['owner'] },
    { action: 'report-done', from: ['open', 'in_progress'], to: 'done_claimed', by: ['owner'] },
    {
      action: 'confirm',
      from: ['done_claimed'],
      to: 'done_confirmed',
      by: ['anySide'],
      guards: ['otherSideConfirms', 'speaksForSide'],
    },
    {
      action: 'return',
      from: ['done_claimed'],
      to: 'in_progress',
      by: ['anySide'],
      guards: ['otherSideReturns', 'speaksForSide'],
    },
    { action: 'confirm-by-silence', from: ['done_claimed'], to: 'done_confirmed', by: ['clock'] },
    { action: 'extend', from: ['open', 'in_progress', 'blocked'], by: ['ownerLead'] },
    { action: 'block', from: ['open', 'in_progress'], to: 'blocked', by: ['owner'] },
    { action: 'unblock', from: ['blocked'], to: 'in_progress', by: ['owner'] },
    { action: 'reassign', from: ['open', 'in_progress', 'blocked'], by: ['ownerLead'] },
    { action: 'edit', from: ['open', 'in_progress', 'blocked'], by: ['ownerLead'] },
    {
      action: 'cancel',
      from: ['open', 'in_progress', 'blocked', 'done_claimed'],
      to: 'cancelled',
      by: ['concernedLead'],
    },
    {
      action: 'supersede',
      from: ['open', 'in_progress', 'blocked', 'done_claimed'],
      to: 'superseded',
      by: ['concernedLead'],
    },
    {
      action: 'comment',
      from: ['open', 'in_progress', 'blocked', 'done_claimed', 'done_confirmed', 'cancelled', 'superseded'],
      by: ['anySide'],
    },
  ],
});

export type ActionStep = (typeof actionLifecycle.actions)[number];
type Who = 'owner' | 'ownerLead' | 'concernedLead' | 'anySide' | 'clock';
type Guard = 'otherSideConfirms' | 'otherSideReturns' | 'speaksForSide';

/** Secretariats and heads act for their whole side. */
export function speaksForSide(actor: Actor): boolean {
  return actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('head'));
}

/** The state after a step. @throws common.wrongState, common.forbidden, actions.ownSideCannotConfirm, actions.ownSideCannotReturn */
export function nextState(item: ActionItem, step: ActionStep, actor: Actor): ActionState {
  return actionLifecycle.step(item.state, step, contextOf(item, actor));
}

/** What the actor may do with the item now, with the reason of each refusal; what only the clock does is nobody's to offer. */
export function allowedSteps(item: ContextItem & Pick<ActionItem, 'state'>, actor: Actor): Allowed<ActionStep>[] {
  return actionLifecycle
    .allowedActions(item.state, contextOf(item, actor))
    .filter(({ action }) => action !== 'confirm-by-silence');
}

type ContextItem = Pick<ActionItem, 'ownerSide' | 'ownerPostId' | 'deputyPostId' | 'joint'>;

function contextOf(item: ContextItem, actor: Actor): LifecycleContext<Who, Guard> {
  const ownSide = actor.side === item.ownerSide;
  const judge = (refusal: string): Refusal => {
    if (item.joint) return ownSide ? refusal : null;
    return ownSide ? null : commonErrors.forbidden.code;
  };
  const holds = (post: string | null) => post !== null && actor.postIds.includes(post);
  return {
    is: {
      owner: () => ownSide && (holds(item.ownerPostId) || holds(item.deputyPostId) || speaksForSide(actor)),
      ownerLead: () => ownSide && speaksForSide(actor),
      concernedLead: () => (ownSide || item.joint) && speaksForSide(actor),
      anySide: () => actor.side !== null,
      clock: () => actor.side === null && actor.databaseRole === 'forum_worker',
    },
    guards: {
      otherSideConfirms: () => judge(actionsErrors.ownSideCannotConfirm.code),
      otherSideReturns: () => judge(actionsErrors.ownSideCannotReturn.code),
      speaksForSide: () => (speaksForSide(actor) ? null : commonErrors.forbidden.code),
    },
  };
}
