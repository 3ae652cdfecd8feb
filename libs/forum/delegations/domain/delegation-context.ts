import type { Actor, LifecycleContext, Side } from '#core/kernel';
import type { SessionState } from '#forum/sessions';
import { delegationsErrors } from './delegations.errors.js';
import type { DelegationListRow, MemberRow, SessionOfList } from './delegations.types.js';

type Who = 'ownSecretariat' | 'ownDelegate' | 'ownHead' | 'otherSecretariat';
type Guard = 'sessionOpen' | 'sessionUnderWay' | 'headNamed' | 'approved' | 'notApproved';

const open: readonly SessionState[] = ['proposed', 'date_agreed', 'preparing', 'ready', 'in_session', 'postponed'];

/** True while lists may still change: before the session is held, and not when it is off. */
export function isOpenFor(state: SessionState): boolean {
  return open.includes(state);
}

/** Who the actor is to a list and what holds of it. `card` is the one card the action is about. */
export function delegationContext(
  list: Pick<DelegationListRow, 'side' | 'approvedAt' | 'members'>,
  session: SessionOfList,
  actor: Actor,
  card?: Pick<MemberRow, 'post'>,
): LifecycleContext<Who, Guard> {
  const own = actor.side === list.side;
  return {
    is: {
      ownSecretariat: () => own && actor.roles.includes('secretariat'),
      ownDelegate: () => own && card !== undefined && holds(actor, card),
      ownHead: () => own && actor.roles.includes('head'),
      otherSecretariat: () => actor.side !== null && !own && actor.roles.includes('secretariat'),
    },
    guards: {
      sessionOpen: () => (isOpenFor(session.state) ? null : delegationsErrors.sessionOver()),
      sessionUnderWay: () =>
        session.state === 'in_session' || session.state === 'held' ? null : delegationsErrors.attendanceLocked(),
      headNamed: () => (list.members.some((member) => member.role === 'head') ? null : delegationsErrors.headMissing()),
      approved: () => (list.approvedAt === null ? delegationsErrors.notApproved() : null),
      notApproved: () => (list.approvedAt === null ? null : delegationsErrors.alreadyApproved()),
    },
  };
}

/** The card of a post the actor holds: their own (domain.md 2: a delegate edits the own card only). */
export function holds(actor: Actor, card: Pick<MemberRow, 'post'>): boolean {
  return actor.postIds.includes(card.post.id);
}

/** Diet and access are for those who order the meals, for the head, and for the person. */
export function readsNeeds(actor: Actor, side: Side, card: Pick<MemberRow, 'post'>): boolean {
  return (
    actor.side === side && (actor.roles.includes('secretariat') || actor.roles.includes('head') || holds(actor, card))
  );
}
