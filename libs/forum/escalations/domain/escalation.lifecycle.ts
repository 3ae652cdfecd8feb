import { defineLifecycle } from '#core/kernel';

export const escalationStates = ['draft', 'raised', 'accepted', 'refused', 'returned', 'settled', 'withdrawn'] as const;
export type EscalationState = (typeof escalationStates)[number];

/** States in which a matter is on its way or before the higher level. */
export const openStates: readonly EscalationState[] = ['raised', 'accepted'];

/**
 * A rise (domain.md 3.10): drafted by one side for itself; raised, both see it and the raising side's key stands on it. The other side
 * accepts it, refuses it with a reason, or both return it to a lower channel. `system` rows follow when the second key is turned.
 */
export const escalationLifecycle = defineLifecycle({
  name: 'escalation',
  states: escalationStates,
  initial: 'draft',
  transitions: [
    { action: 'edit', from: ['draft'], by: ['ownDrafter'] },
    { action: 'translate', from: ['draft'], by: ['translator'] },
    {
      action: 'raise',
      from: ['draft'],
      to: 'raised',
      by: ['ownLead'],
      guards: ['matterOpen', 'notUnderWay', 'higher', 'textsComplete'],
    },
    { action: 'accept', from: ['raised'], to: 'accepted', by: ['system'], guards: ['matterOpen'] },
    { action: 'refuse', from: ['raised'], to: 'refused', by: ['system'] },
    { action: 'propose-return', from: ['raised', 'accepted'], by: ['eitherLead'], guards: ['hasChannel'] },
    { action: 'return', from: ['raised', 'accepted'], to: 'returned', by: ['system'] },
    { action: 'propose-settle', from: ['accepted'], by: ['eitherLead'] },
    { action: 'settle', from: ['accepted'], to: 'settled', by: ['system'] },
    // Settled elsewhere: a case resolved, an action done, an item discussed at the lower level.
    { action: 'lapse', from: openStates, to: 'settled', by: ['system'] },
    { action: 'withdraw', from: ['draft', 'raised'], to: 'withdrawn', by: ['ownLead'] },
  ],
});

/** What a person may be offered; the rest follows by itself. */
export const escalationOffers: readonly string[] = [
  'edit',
  'translate',
  'raise',
  'propose-return',
  'propose-settle',
  'withdraw',
];
