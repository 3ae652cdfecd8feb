import { defineLifecycle } from '#core/kernel';

export const agendaStates = ['draft', 'exchanged', 'in_negotiation', 'agreed', 'adopted'] as const;
export type AgendaState = (typeof agendaStates)[number];

export const itemStates = [
  'draft',
  'exchanged',
  'in_negotiation',
  'agreed',
  'adopted',
  'discussed',
  'deferred',
  'withdrawn',
] as const;
export type ItemState = (typeof itemStates)[number];

/** The agenda as a whole (domain.md 3.6). `system` rows follow from what people do: both keys, a change, the opening. */
export const agendaLifecycle = defineLifecycle({
  name: 'agenda',
  states: agendaStates,
  initial: 'draft',
  transitions: [
    { action: 'add-item', from: ['draft', 'exchanged', 'in_negotiation', 'agreed'], by: ['drafter'] },
    {
      action: 'exchange',
      from: ['draft'],
      to: 'exchanged',
      by: ['secretariat', 'head'],
      guards: ['ownDraftsExist', 'noMachineText'],
    },
    {
      action: 'exchange',
      from: ['exchanged', 'in_negotiation', 'agreed'],
      to: 'in_negotiation',
      by: ['secretariat', 'head'],
      guards: ['ownDraftsExist', 'noMachineText'],
    },
    {
      action: 'sign',
      from: ['exchanged', 'in_negotiation'],
      by: ['head'],
      guards: ['itemsExist', 'ownKeyFree', 'noGaps'],
    },
    { action: 'withdraw-signature', from: ['exchanged', 'in_negotiation'], by: ['head'], guards: ['ownKeyTurned'] },
    { action: 'withdraw-signature', from: ['agreed'], to: 'in_negotiation', by: ['head'], guards: ['ownKeyTurned'] },
    { action: 'agree', from: ['exchanged', 'in_negotiation'], to: 'agreed', by: ['system'] },
    { action: 'change', from: ['exchanged', 'in_negotiation', 'agreed'], to: 'in_negotiation', by: ['system'] },
    { action: 'adopt', from: ['agreed'], to: 'adopted', by: ['system'] },
    {
      action: 'publish',
      from: ['exchanged', 'in_negotiation', 'agreed', 'adopted'],
      by: ['secretariat', 'head'],
      guards: ['itemsExist', 'noGaps', 'signedByBoth', 'notPublic'],
    },
    { action: 'release', from: ['agreed', 'adopted'], by: ['system'] },
  ],
});

/** One item. An edit after the exchange is a counter-proposal; only its proposer withdraws it. */
export const itemLifecycle = defineLifecycle({
  name: 'agenda-item',
  states: itemStates,
  initial: 'draft',
  transitions: [
    { action: 'edit', from: ['draft'], by: ['drafter'] },
    {
      action: 'edit',
      from: ['exchanged', 'in_negotiation', 'agreed'],
      to: 'in_negotiation',
      by: ['secretariat', 'head'],
    },
    { action: 'translate', from: ['draft', 'exchanged', 'in_negotiation', 'agreed'], by: ['translator'] },
    { action: 'move', from: ['draft'], by: ['drafter'] },
    { action: 'move', from: ['exchanged', 'in_negotiation', 'agreed'], by: ['secretariat', 'head'] },
    {
      action: 'withdraw',
      from: ['draft', 'exchanged', 'in_negotiation', 'agreed'],
      to: 'withdrawn',
      by: ['secretariat', 'head'],
      guards: ['ownProposal'],
    },
    { action: 'exchange', from: ['draft'], to: 'exchanged', by: ['system'] },
    { action: 'agree', from: ['exchanged', 'in_negotiation'], to: 'agreed', by: ['system'] },
    { action: 'adopt', from: ['agreed'], to: 'adopted', by: ['system'] },
    { action: 'link', from: ['draft'], by: ['drafter'], guards: ['isItem'] },
    {
      action: 'link',
      from: ['exchanged', 'in_negotiation', 'agreed'],
      to: 'in_negotiation',
      by: ['secretariat', 'head'],
      guards: ['isItem'],
    },
    {
      action: 'comment',
      from: ['draft', 'exchanged', 'in_negotiation', 'agreed', 'adopted', 'discussed', 'deferred'],
      by: ['drafter'],
    },
    // To defer takes two keys: the action proposes, `put-off` follows when the other side agrees.
    {
      action: 'defer',
      from: ['exchanged', 'in_negotiation', 'agreed', 'adopted'],
      by: ['secretariat', 'head'],
      guards: ['isItem'],
    },
    {
      action: 'put-off',
      from: ['exchanged', 'in_negotiation', 'agreed', 'adopted'],
      to: 'deferred',
      by: ['system'],
    },
    { action: 'discuss', from: ['adopted'], to: 'discussed', by: ['secretariat', 'head'], guards: ['isItem'] },
  ],
});

/** What a person may be offered; the rest of the tables follows by itself. */
export const agendaOffers = ['add-item', 'exchange', 'sign', 'withdraw-signature', 'publish'] as const;
export const itemOffers = ['edit', 'translate', 'move', 'withdraw', 'link', 'comment', 'defer', 'discuss'] as const;
