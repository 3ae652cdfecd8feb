import { SIDES, type Actor, type DomainError, type LifecycleContext } from '#core/kernel';
import { sessionsErrors } from './sessions.errors.js';
import type { SessionFacts } from './session.types.js';

type Who = 'secretariat' | 'hostSecretariat' | 'head';
type Guard = 'ownDelegationOpen' | 'interpretationOpen' | 'nothingBlocks' | 'theDayHasCome' | 'theEndHasPassed';

/** Who the actor is to this session and what holds of it, for the lifecycle table. */
export function sessionContext(facts: SessionFacts, actor: Actor): LifecycleContext<Who, Guard> {
  const secretariat = actor.side !== null && actor.roles.includes('secretariat');
  return {
    is: {
      secretariat: () => secretariat,
      hostSecretariat: () => secretariat && (facts.hostSide === null || facts.hostSide === actor.side),
      head: () => actor.side !== null && actor.roles.includes('head'),
    },
    guards: {
      ownDelegationOpen: () => (submitted(facts, actor.side) ? sessionsErrors.delegationAlreadyIn() : null),
      interpretationOpen: () =>
        facts.interpretationConfirmed ? sessionsErrors.interpretationAlreadyConfirmed() : null,
      nothingBlocks: () => (facts.blocks.length > 0 ? sessionsErrors.notReady() : null),
      theDayHasCome: () => (facts.today < facts.startDate ? sessionsErrors.notTheDay({ date: facts.startDate }) : null),
      theEndHasPassed: () => (facts.endsAt !== null && facts.now < facts.endsAt ? sessionsErrors.notOverYet() : null),
    },
  };
}

/** What this capability itself finds missing for `ready`: both delegation lists and the interpretation (domain.md 3.3). */
export function ownBlocks(facts: Pick<SessionFacts, 'delegations' | 'interpretationConfirmed'>): DomainError[] {
  const lists = SIDES.filter((side) => !submitted(facts, side)).map((side) =>
    sessionsErrors.delegationMissing({ side }),
  );
  return facts.interpretationConfirmed ? lists : [...lists, sessionsErrors.interpretationMissing()];
}

function submitted(facts: Pick<SessionFacts, 'delegations'>, side: string | null): boolean {
  return facts.delegations.some((list) => list.side === side && list.state !== 'draft');
}
