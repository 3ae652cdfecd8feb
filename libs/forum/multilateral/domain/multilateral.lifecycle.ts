import { defineLifecycle } from '#core/kernel';
import { contributionStates, itemStates, meetingStates, supportStates } from './multilateral.types.js';

/** A meeting: its side's own, then both sides'; from then on it changes by two keys. Those of the record are as their sources say. */
export const meetingLifecycle = defineLifecycle({
  name: 'multilateral-meeting',
  states: meetingStates,
  initial: 'draft',
  transitions: [
    { action: 'edit', from: ['draft'], by: ['ownDrafter'] },
    { action: 'share', from: ['draft'], to: 'shared', by: ['ownLead'] },
    { action: 'propose-edit', from: ['shared'], by: ['eitherLead'], guards: ['notOfTheRecord'] },
    { action: 'add-item', from: ['draft', 'shared'], by: ['drafter'] },
    { action: 'add-contribution', from: ['draft', 'shared'], by: ['drafter'] },
    { action: 'add-support', from: ['draft', 'shared'], by: ['drafter'] },
  ],
});

/** An agenda item and how both sides stand on it: positions are private until exchanged, a line both take needs two keys. */
export const itemLifecycle = defineLifecycle({
  name: 'multilateral-item',
  states: itemStates,
  initial: 'draft',
  transitions: [
    { action: 'edit', from: ['draft'], by: ['ownDrafter'] },
    { action: 'exchange', from: ['draft'], to: 'exchanged', by: ['ownLead'], guards: ['meetingShared'] },
    { action: 'draft-position', from: ['draft', 'exchanged'], by: ['drafter'], guards: ['noDraftYet'] },
    { action: 'edit-position', from: ['draft', 'exchanged'], by: ['drafter'], guards: ['draftThere'] },
    { action: 'exchange-position', from: ['exchanged'], by: ['eitherLead'], guards: ['draftThere'] },
    { action: 'propose-line', from: ['exchanged'], by: ['eitherLead'], guards: ['bothPositions'] },
    { action: 'withdraw', from: ['draft', 'exchanged'], to: 'withdrawn', by: ['ownLead'], guards: ['notBothSpoke'] },
  ],
});

/** A contribution of one side, or in the name of both: that one is submitted by two keys on the same facts. */
export const contributionLifecycle = defineLifecycle({
  name: 'multilateral-contribution',
  states: contributionStates,
  initial: 'draft',
  transitions: [
    { action: 'edit', from: ['draft'], by: ['ownDrafter'] },
    { action: 'edit', from: ['shared'], by: ['ownLead'] },
    { action: 'share', from: ['draft'], to: 'shared', by: ['ownLead'], guards: ['meetingShared', 'itemShared'] },
    { action: 'submit', from: ['shared'], to: 'submitted', by: ['ownLead'], guards: ['jointAgreed', 'alone'] },
    { action: 'propose-submit', from: ['shared'], by: ['eitherLead'], guards: ['inBothNames', 'jointAgreed'] },
    {
      action: 'submit-jointly',
      from: ['shared'],
      to: 'submitted',
      by: ['eitherLead'],
      guards: ['inBothNames', 'jointAgreed'],
    },
    { action: 'withdraw', from: ['draft', 'shared'], to: 'withdrawn', by: ['ownLead'] },
  ],
});

/** What a person may be offered; the rest follows from the second key. */
export const contributionOffers: readonly string[] = ['edit', 'share', 'submit', 'propose-submit', 'withdraw'];

/** A request for support: asked by one side, answered by the other, restricted throughout. */
export const supportLifecycle = defineLifecycle({
  name: 'multilateral-support',
  states: supportStates,
  initial: 'draft',
  transitions: [
    { action: 'edit', from: ['draft'], by: ['ownDrafter'] },
    { action: 'ask', from: ['draft'], to: 'asked', by: ['ownLead'], guards: ['meetingShared'] },
    { action: 'support', from: ['asked'], to: 'supported', by: ['otherLead'] },
    { action: 'decline', from: ['asked'], to: 'declined', by: ['otherLead'] },
    { action: 'withdraw', from: ['draft', 'asked'], to: 'withdrawn', by: ['ownLead'] },
  ],
});
