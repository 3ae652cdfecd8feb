import { defineLifecycle } from '#core/kernel';

export const delegationStates = ['draft', 'submitted', 'accepted', 'changed_after_submission'] as const;
export type DelegationState = (typeof delegationStates)[number];

/** A side's list (domain.md 2 and 3.4): its head approves, its secretariat submits, the other side's secretariat accepts. */
export const delegationLifecycle = defineLifecycle({
  name: 'delegation',
  states: delegationStates,
  initial: 'draft',
  transitions: [
    { action: 'edit', from: ['draft'], by: ['ownSecretariat', 'ownDelegate'], guards: ['sessionOpen'] },
    {
      action: 'edit',
      from: ['submitted', 'accepted', 'changed_after_submission'],
      to: 'changed_after_submission',
      by: ['ownSecretariat', 'ownDelegate'],
      guards: ['sessionOpen'],
    },
    { action: 'approve', from: ['draft'], by: ['ownHead'], guards: ['sessionOpen', 'headNamed', 'notApproved'] },
    {
      action: 'submit',
      from: ['draft'],
      to: 'submitted',
      by: ['ownSecretariat'],
      guards: ['sessionOpen', 'headNamed', 'approved'],
    },
    {
      action: 'accept',
      from: ['submitted', 'changed_after_submission'],
      to: 'accepted',
      by: ['otherSecretariat'],
      guards: ['sessionOpen'],
    },
    {
      action: 'ask-rank',
      from: ['submitted', 'accepted', 'changed_after_submission'],
      by: ['otherSecretariat'],
      guards: ['sessionOpen'],
    },
    {
      action: 'mark-attendance',
      from: ['submitted', 'accepted', 'changed_after_submission'],
      by: ['ownSecretariat'],
      guards: ['sessionUnderWay'],
    },
  ],
});

export type DelegationAction = (typeof delegationLifecycle.actions)[number];
