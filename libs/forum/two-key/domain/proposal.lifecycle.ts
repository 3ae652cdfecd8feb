import { defineLifecycle, type Actor, type LifecycleContext, type Side } from '#core/kernel';

/** A proposal is open until the other side decides, its own side takes it back, or a newer one stands in its place. */
export const proposalLifecycle = defineLifecycle({
  name: 'proposal',
  states: ['open', 'accepted', 'refused', 'withdrawn', 'superseded'],
  initial: 'open',
  transitions: [
    { action: 'accept', from: ['open'], to: 'accepted', by: ['otherSide'] },
    { action: 'refuse', from: ['open'], to: 'refused', by: ['otherSide'] },
    { action: 'withdraw', from: ['open'], to: 'withdrawn', by: ['proposer'] },
    { action: 'supersede', from: ['open'], to: 'superseded', by: ['otherSide', 'proposer', 'system'] },
  ],
});

export type ProposalState = (typeof proposalLifecycle.states)[number];
export const proposalStates = proposalLifecycle.states;

/** What people may do; `supersede` happens by proposing anew. */
export const proposalOffers: readonly string[] = ['accept', 'refuse', 'withdraw'];

type Who = 'otherSide' | 'proposer' | 'system';

/** Keys are turned by secretariats and heads (domain.md 2). */
export function proposalContext(proposedBy: Side, actor: Actor, system = false): LifecycleContext<Who, never> {
  const mayTurn = actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('head'));
  return {
    is: {
      otherSide: () => mayTurn && actor.side !== proposedBy,
      proposer: () => mayTurn && actor.side === proposedBy,
      system: () => system,
    },
    guards: {},
  };
}
