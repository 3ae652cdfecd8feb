import { defineLifecycle } from '#core/kernel';
import { pollStates } from './date-poll.types.js';

const sides = ['secretariat', 'head'] as const;

/**
 * A date poll. What one side does for itself (naming, answering) keeps the state and the version, so nobody else can tell that it
 * happened. `reopen` follows when the arrangement made of the decided slot is refused.
 */
export const datePollLifecycle = defineLifecycle({
  name: 'date-poll',
  states: pollStates,
  initial: 'draft',
  transitions: [
    { action: 'add-slots', from: ['draft'], by: ['drafter'], guards: ['ownProposal'] },
    { action: 'add-slots', from: ['open'], by: [...sides] },
    { action: 'share', from: ['draft'], to: 'open', by: [...sides], guards: ['ownProposal', 'slotsExist', 'inTime'] },
    { action: 'name-participants', from: ['draft'], by: ['drafter'] },
    { action: 'name-participants', from: ['open', 'closed'], by: [...sides] },
    { action: 'answer', from: ['open'], by: ['asked', 'secretariat'], guards: ['inTime', 'participantsNamed'] },
    {
      action: 'hand-over',
      from: ['open', 'closed'],
      by: [...sides],
      guards: ['participantsNamed', 'headNamed', 'answersIn'],
    },
    { action: 'extend', from: ['open', 'closed'], to: 'open', by: [...sides], guards: ['ownProposal'] },
    { action: 'close', from: ['open'], to: 'closed', by: [...sides], guards: ['ownProposal'] },
    { action: 'hold', from: ['open', 'closed'], by: [...sides] },
    { action: 'decide', from: ['open', 'closed'], to: 'decided', by: [...sides], guards: ['verdictsIn'] },
    { action: 'withdraw', from: ['draft', 'open', 'closed'], to: 'withdrawn', by: [...sides], guards: ['ownProposal'] },
    { action: 'reopen', from: ['decided'], to: 'closed', by: ['system'] },
  ],
});

/** What a person may be offered; the rest follows by itself. */
export const datePollOffers = [
  'add-slots',
  'share',
  'name-participants',
  'answer',
  'hand-over',
  'extend',
  'close',
  'hold',
  'decide',
  'withdraw',
] as const;
