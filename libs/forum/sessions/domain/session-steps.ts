import type { Actor, Allowed, LifecycleContext } from '#core/kernel';
import { lastLevelDay } from './level-change.js';
import {
  draftActions,
  sessionLifecycle,
  sharedActions,
  systemActions,
  type SessionAction,
} from './session.lifecycle.js';
import { sessionsErrors } from './sessions.errors.js';
import type { SessionFacts } from './session.types.js';

type Who = 'secretariat' | 'head' | 'system';
type Guard =
  'isDraft' | 'isShared' | 'nothingBlocks' | 'theDayHasCome' | 'theEndHasPassed' | 'nothingOpen' | 'levelMayChange';

/** Who the actor is to this session and what holds of it, for the lifecycle table. */
export function sessionContext(facts: SessionFacts, actor: Actor, system = false): LifecycleContext<Who, Guard> {
  const lastDay = lastLevelDay(facts.startDate);
  return {
    is: {
      secretariat: () => actor.side !== null && actor.roles.includes('secretariat'),
      head: () => actor.side !== null && actor.roles.includes('head'),
      system: () => system,
    },
    guards: {
      isDraft: () => (isDraft(facts) ? null : sessionsErrors.alreadyShared()),
      isShared: () => (isDraft(facts) ? sessionsErrors.notShared() : null),
      nothingBlocks: () => (facts.blocks.length > 0 ? sessionsErrors.notReady() : null),
      theDayHasCome: () => (facts.today < facts.startDate ? sessionsErrors.notTheDay({ date: facts.startDate }) : null),
      theEndHasPassed: () => (facts.endsAt !== null && facts.now < facts.endsAt ? sessionsErrors.notOverYet() : null),
      nothingOpen: () => (facts.openMatters.length > 0 ? sessionsErrors.notClosable() : null),
      levelMayChange: () => (facts.today > lastDay ? sessionsErrors.levelTooLate({ date: lastDay }) : null),
    },
  };
}

/** An idea that only its own side knows of. */
export function isDraft({ state, audience }: Pick<SessionFacts, 'state' | 'audience'>): boolean {
  return state === 'proposed' && (audience === 'kr' || audience === 'jp');
}

/** What the reader's page offers: drafts and shared sessions know different actions, and nobody is offered what follows by itself. */
export function sessionOffers(facts: SessionFacts, actor: Actor): Allowed<SessionAction>[] {
  const foreign = isDraft(facts) ? sharedActions : draftActions;
  return sessionLifecycle
    .allowedActions(facts.state, sessionContext(facts, actor))
    .filter(({ action }) => !systemActions.includes(action) && !foreign.includes(action));
}
