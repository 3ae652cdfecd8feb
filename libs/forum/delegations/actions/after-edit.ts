import type { Actor } from '#core/kernel';
import type { Tx } from '#platform/database';
import { findSessionRules, sessionDueDate } from '#forum/sessions';
import { loadCalendar } from '#forum/working-days';
import { delegationChanged, delegationDrafted, delegationRevised } from '../delegations.events.js';
import { delegationContext } from '../domain/delegation-context.js';
import { delegationLifecycle } from '../domain/delegation.lifecycle.js';
import type { MemberRow } from '../domain/delegations.types.js';
import { changeIsTold } from '../domain/notice-window.js';
import { saveList, type LockedList } from '../persistence/delegations.repository.js';

/** @throws common.forbidden, delegations.sessionOver when the actor may not write on this list, or not on this card of it */
export function assertMayEdit({ list, session }: LockedList, actor: Actor, card?: MemberRow): void {
  delegationLifecycle.step(list.state, 'edit', delegationContext(list, session, actor, card));
}

/**
 * What follows from any change of a list: a draft loses its head's approval, a submitted list is "changed after submission", and after
 * T-10 the other side is told of each change (domain.md 3.4). Runs inside the change's transaction, after it.
 */
export async function afterEdit(tx: Tx, locked: LockedList, card?: MemberRow): Promise<void> {
  const { list, session } = locked;
  const state = delegationLifecycle.step(list.state, 'edit', delegationContext(list, session, tx.actor, card));
  const bySecretariat = tx.actor.roles.includes('secretariat');
  const version = await saveList(tx, list, state, bySecretariat && state === 'draft' ? { approved: false } : {});
  const payload = { sessionId: session.id, side: list.side, version };
  const about = { audience: list.audience, subjectType: 'session', subjectId: session.id };
  if (state === 'draft') {
    await tx.publish(delegationDrafted, payload, about);
    return;
  }
  const rules = await findSessionRules(tx, session.id);
  const due = sessionDueDate('delegation_list', session.startDate, await loadCalendar(tx), rules);
  const told = changeIsTold(session.today, due);
  await tx.publish(told ? delegationChanged : delegationRevised, payload, about);
}
