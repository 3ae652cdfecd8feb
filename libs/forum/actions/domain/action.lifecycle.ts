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
 * The one table of an action item (domain.md 3.9, 2): enforcement, `allowedActions`, README and tests come from it.
 * Blocked, cancelled and superseded items allow nothing here: ending a joint item takes two keys.
 */
export const actionLifecycle = defineLifecycle({
  name: 'action-item',
  states: ['open', 'in_progress', 'done_claimed', 'done_confirmed'],
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
    { action: 'extend', from: ['open', 'in_progress'], by: ['ownerLead'] },
  ],
});

export type ActionStep = (typeof actionLifecycle.actions)[number];
type LiveState = (typeof actionLifecycle.states)[number];
type Who = 'owner' | 'ownerLead' | 'anySide';
type Guard = 'otherSideConfirms' | 'otherSideReturns' | 'speaksForSide';

/** Secretariats and heads act for their whole side. */
export function speaksForSide(actor: Actor): boolean {
  return actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('head'));
}

/** The state after a step. @throws common.wrongState, common.forbidden, actions.ownSideCannotConfirm, actions.ownSideCannotReturn */
export function nextState(item: ActionItem, step: ActionStep, actor: Actor): LiveState {
  if (!isLive(item.state))
    throw commonErrors.wrongState({ lifecycle: actionLifecycle.name, state: item.state, action: step });
  return actionLifecycle.step(item.state, step, contextOf(item, actor));
}

/** What the actor may do with the item now, with the reason of each refusal. */
export function allowedSteps(item: ContextItem & Pick<ActionItem, 'state'>, actor: Actor): Allowed<ActionStep>[] {
  return isLive(item.state) ? actionLifecycle.allowedActions(item.state, contextOf(item, actor)) : [];
}

type ContextItem = Pick<ActionItem, 'ownerSide' | 'ownerPostId' | 'joint'>;

function contextOf(item: ContextItem, actor: Actor): LifecycleContext<Who, Guard> {
  const ownSide = actor.side === item.ownerSide;
  const judge = (refusal: string): Refusal => {
    if (item.joint) return ownSide ? refusal : null;
    return ownSide ? null : commonErrors.forbidden.code;
  };
  return {
    is: {
      owner: () => ownSide && (actor.postIds.includes(item.ownerPostId) || speaksForSide(actor)),
      ownerLead: () => ownSide && speaksForSide(actor),
      anySide: () => actor.side !== null,
    },
    guards: {
      otherSideConfirms: () => judge(actionsErrors.ownSideCannotConfirm.code),
      otherSideReturns: () => judge(actionsErrors.ownSideCannotReturn.code),
      speaksForSide: () => (speaksForSide(actor) ? null : commonErrors.forbidden.code),
    },
  };
}

function isLive(state: ActionState): state is LiveState {
  return actionLifecycle.states.some((live) => live === state);
}
