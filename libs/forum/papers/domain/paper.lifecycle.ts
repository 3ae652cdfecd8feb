import { defineLifecycle } from '#core/kernel';

export const paperStates = ['awaited', 'received', 'reviewed', 'released', 'withdrawn'] as const;
export type PaperState = (typeof paperStates)[number];

const living = ['awaited', 'received', 'reviewed', 'released'] as const;
const sendable = ['sessionOpen', 'sessionShared', 'originalThere', 'noMachineText'] as const;

/**
 * A paper from the day it is expected (domain.md 2, 3.6). It is its side's own until `release` shows it to both sides, at once or at a
 * planned moment (`plan-release`, then `carry` by the worker); a new file before that has to be reviewed again. Beyond both sides it is
 * opened by `widen`, with two keys.
 */
export const paperLifecycle = defineLifecycle({
  name: 'paper',
  states: paperStates,
  initial: 'awaited',
  transitions: [
    { action: 'edit', from: ['awaited', 'received', 'reviewed'], by: ['ownDrafter'], guards: ['sessionOpen'] },
    { action: 'edit', from: ['released'], by: ['ownLead'], guards: ['sessionOpen', 'notPublished'] },
    {
      action: 'add-file',
      from: ['awaited', 'received', 'reviewed'],
      to: 'received',
      by: ['ownDrafter'],
      guards: ['sessionOpen'],
    },
    { action: 'add-file', from: ['released'], by: ['ownLead', 'interpreter'], guards: ['sessionOpen'] },
    { action: 'translate', from: living, by: ['translator'], guards: ['notPublished'] },
    { action: 'keep-file', from: living, by: ['translator'] },
    { action: 'review', from: ['received'], to: 'reviewed', by: ['ownLead'], guards: ['sessionOpen'] },
    { action: 'release', from: ['reviewed'], to: 'released', by: ['ownLead'], guards: sendable },
    { action: 'plan-release', from: ['reviewed'], by: ['ownLead'], guards: [...sendable, 'nothingPlanned'] },
    { action: 'carry', from: ['reviewed'], to: 'released', by: ['system'], guards: sendable },
    { action: 'cancel-release', from: ['reviewed'], by: ['ownLead'], guards: ['somethingPlanned'] },
    { action: 'cancel-release', from: ['released'], by: ['eitherLead'], guards: ['somethingPlanned'] },
    {
      action: 'widen',
      from: ['released'],
      by: ['eitherLead'],
      guards: ['notRestricted', 'textsComplete', 'widerLeft'],
    },
    { action: 'supersede', from: ['released'], by: ['ownDrafter'], guards: ['sessionOpen'] },
    { action: 'withdraw', from: living, to: 'withdrawn', by: ['ownLead'] },
  ],
});

export type PaperAction = (typeof paperLifecycle.actions)[number];

/** What a person may be offered; the rest follows by itself. */
export const paperOffers: readonly string[] = paperLifecycle.actions.filter((action) => action !== 'carry');
