import { defineLifecycle, type Actor, type LifecycleContext } from '#core/kernel';
import type { SessionState } from '#forum/sessions';
import { liveErrors } from './live.errors.js';
import type { DecisionRow } from './live.types.js';

export const decisionStates = ['draft', 'accepted', 'withdrawn'] as const;
export type DecisionState = (typeof decisionStates)[number];

/**
 * A decision as it was written down in the room: a draft that both sides see and either may reword, accepted by the side that did not
 * write the words that stand. New words in any language wait for the other side again, and nobody takes back alone what was accepted. It binds nobody; the record that takes it in is signed with two keys (domain.md 3.7).
 */
export const decisionLifecycle = defineLifecycle({
  name: 'live-decision',
  states: decisionStates,
  initial: 'draft',
  transitions: [
    { action: 'reword', from: ['draft', 'accepted'], to: 'draft', by: ['drafter'], guards: ['stillOpen'] },
    { action: 'translate', from: ['draft', 'accepted'], to: 'draft', by: ['translator'], guards: ['stillOpen'] },
    { action: 'accept', from: ['draft'], to: 'accepted', by: ['lead'], guards: ['stillOpen', 'otherWords'] },
    { action: 'withdraw', from: ['draft'], to: 'withdrawn', by: ['ownLead'], guards: ['stillOpen'] },
  ],
});

export function decisionContext(
  decision: Pick<DecisionRow, 'side' | 'wordedSide'>,
  sessionState: SessionState,
  actor: Actor,
): LifecycleContext<'drafter' | 'translator' | 'lead' | 'ownLead', 'stillOpen' | 'otherWords'> {
  const any = (...roles: readonly ('secretariat' | 'head' | 'official')[]) =>
    actor.side !== null && roles.some((role) => actor.roles.includes(role));
  return {
    is: {
      drafter: () => any('secretariat', 'head', 'official'),
      translator: () => any('secretariat', 'official') || actor.roles.includes('interpreter'),
      lead: () => any('secretariat', 'head'),
      ownLead: () => any('secretariat', 'head') && actor.side === decision.side,
    },
    guards: {
      stillOpen: () => (sessionState === 'in_session' || sessionState === 'held' ? null : liveErrors.wordsOver()),
      otherWords: () => (decision.wordedSide === actor.side ? liveErrors.ownWords() : null),
    },
  };
}
