import { commonErrors, type Actor, type Allowed } from '#core/kernel';
import { speaksForSide } from './action.lifecycle.js';
import { actionsErrors } from './actions.errors.js';

/** States of a session in which what was agreed is written down (domain.md 3.9). */
const recordingStates: readonly string[] = ['in_session', 'held'];

/** Whether the actor may record an action item of a session in this state, with the reason of a refusal; null for who never records. */
export function recordingOffer(sessionState: string, actor: Actor): Allowed<'record-action'> | null {
  if (actor.side === null) return null;
  const reason = !speaksForSide(actor)
    ? commonErrors.forbidden.code
    : recordingStates.includes(sessionState)
      ? null
      : actionsErrors.sessionNotHeld.code;
  return { action: 'record-action', allowed: reason === null, reason };
}

/** @throws common.forbidden, actions.sessionNotHeld */
export function assertMayRecord(sessionState: string, actor: Actor): void {
  const offer = recordingOffer(sessionState, actor);
  if (offer?.allowed) return;
  if (offer?.reason === actionsErrors.sessionNotHeld.code) throw actionsErrors.sessionNotHeld({ state: sessionState });
  throw commonErrors.forbidden();
}
