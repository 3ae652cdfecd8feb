import { commonErrors, type Actor, type Allowed, type DomainError, type Side } from '#core/kernel';
import type { SessionFacts } from '#forum/sessions';
import { delegationsErrors } from './delegations.errors.js';

/** What of a session's preparation belongs here: whose list is in, and whether the interpretation is confirmed. */
export interface Preparation {
  readonly submitted: readonly Side[];
  readonly interpretationConfirmed: boolean;
}

/** The steps of the session page that prepare delegations and interpretation. */
export const preparationSteps = ['submit-delegation', 'confirm-interpretation'] as const;
export type PreparationStep = (typeof preparationSteps)[number];

type SessionView = Pick<SessionFacts, 'state' | 'hostSide'>;

/** Why the actor may not take the step now; null when they may. */
export function preparationRefusal(
  step: PreparationStep,
  session: SessionView,
  preparation: Preparation,
  actor: Actor,
): DomainError | null {
  if (session.state !== 'date_agreed' && session.state !== 'preparing')
    return commonErrors.wrongState({ lifecycle: 'session', state: session.state, action: step });
  const { side } = actor;
  if (side === null || !actor.roles.includes('secretariat')) return commonErrors.forbidden();
  if (step === 'submit-delegation')
    return preparation.submitted.includes(side) ? delegationsErrors.delegationAlreadyIn() : null;
  if (session.hostSide !== null && session.hostSide !== side) return commonErrors.forbidden();
  return preparation.interpretationConfirmed ? delegationsErrors.interpretationAlreadyConfirmed() : null;
}

/** The steps as a session's page offers them; none once preparation is over. */
export function preparationOffers(
  session: SessionView,
  preparation: Preparation,
  actor: Actor,
): Allowed<PreparationStep>[] {
  if (session.state !== 'date_agreed' && session.state !== 'preparing') return [];
  return preparationSteps.map((action) => {
    const reason = preparationRefusal(action, session, preparation, actor)?.code ?? null;
    return { action, allowed: reason === null, reason };
  });
}
