import type { Actor, LifecycleContext } from '#core/kernel';
import { sessionsErrors } from './sessions.errors.js';
import type { SessionFacts } from './session.types.js';

type Who = 'secretariat' | 'head';
type Guard = 'nothingBlocks' | 'theDayHasCome' | 'theEndHasPassed';

/** Who the actor is to this session and what holds of it, for the lifecycle table. */
export function sessionContext(facts: SessionFacts, actor: Actor): LifecycleContext<Who, Guard> {
  return {
    is: {
      secretariat: () => actor.side !== null && actor.roles.includes('secretariat'),
      head: () => actor.side !== null && actor.roles.includes('head'),
    },
    guards: {
      nothingBlocks: () => (facts.blocks.length > 0 ? sessionsErrors.notReady() : null),
      theDayHasCome: () => (facts.today < facts.startDate ? sessionsErrors.notTheDay({ date: facts.startDate }) : null),
      theEndHasPassed: () => (facts.endsAt !== null && facts.now < facts.endsAt ? sessionsErrors.notOverYet() : null),
    },
  };
}
