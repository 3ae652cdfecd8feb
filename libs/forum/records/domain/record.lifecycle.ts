import { defineLifecycle } from '#core/kernel';

export const recordStates = [
  'drafting',
  'exchanged',
  'in_negotiation',
  'agreed_ad_referendum',
  'final',
  'signed',
  'adopted',
  'released',
  'archived',
  'withdrawn',
] as const;
export type RecordState = (typeof recordStates)[number];

const onTheTable = ['exchanged', 'in_negotiation'] as const;
const agreed = ['agreed_ad_referendum', 'final'] as const;
const settled = ['final', 'signed', 'adopted'] as const;

/**
 * A text from its first draft to the archive (domain.md 3.7). It is its side's own until `exchange`; from then on every change is a
 * counter-proposal that clears both keys and both clearances. A release of one side is shown with the same act and finished by its own
 * side alone. `system` rows follow from keys, clearances, accepted proposals and the clock.
 */
export const recordLifecycle = defineLifecycle({
  name: 'record',
  states: recordStates,
  initial: 'drafting',
  transitions: [
    { action: 'edit', from: ['drafting'], by: ['ownDrafter'], guards: ['sessionGoesOn'] },
    { action: 'edit', from: [...onTheTable, ...agreed], by: ['party'], guards: ['sessionGoesOn'] },
    { action: 'translate', from: ['drafting'], by: ['ownTranslator'], guards: ['sessionGoesOn'] },
    { action: 'translate', from: [...onTheTable, ...agreed], by: ['translator'], guards: ['sessionGoesOn'] },
    {
      action: 'exchange',
      from: ['drafting'],
      to: 'exchanged',
      by: ['ownLead'],
      guards: ['sessionGoesOn', 'sessionShared', 'hasParagraphs', 'noMachineText', 'itemsShared'],
    },
    {
      // What both agreed on is not taken back by one: that side takes its key back first.
      action: 'withdraw',
      from: ['drafting', ...onTheTable],
      to: 'withdrawn',
      by: ['ownLead'],
    },
    { action: 'start-clearance', from: ['drafting'], by: ['ownLead'], guards: ['isUnilateral', 'notInClearance'] },
    {
      action: 'start-clearance',
      from: [...onTheTable, 'agreed_ad_referendum', 'signed'],
      by: ['party'],
      guards: ['notInClearance'],
    },
    {
      action: 'clear',
      from: ['drafting', ...onTheTable, 'agreed_ad_referendum', 'signed'],
      by: ['clearer'],
      guards: ['inClearance', 'notSentBack'],
    },
    {
      action: 'recall-clearance',
      from: ['drafting', ...onTheTable, 'agreed_ad_referendum', 'signed'],
      by: ['party'],
      guards: ['mayRecall'],
    },
    {
      action: 'turn-key',
      from: onTheTable,
      by: ['head'],
      guards: ['isJoint', 'hasParagraphs', 'nothingOpen', 'authenticNamed', 'ownKeyFree', 'ownCleared'],
    },
    { action: 'take-key-back', from: onTheTable, by: ['head'], guards: ['ownKeyTurned'] },
    { action: 'take-key-back', from: agreed, to: 'in_negotiation', by: ['head'], guards: ['ownKeyTurned'] },
    { action: 'agree-ad-referendum', from: onTheTable, to: 'agreed_ad_referendum', by: ['system'] },
    { action: 'finalise', from: [...onTheTable, 'agreed_ad_referendum'], to: 'final', by: ['system'] },
    {
      action: 'finish',
      from: ['drafting', 'exchanged'],
      to: 'final',
      by: ['ownHead'],
      guards: ['isUnilateral', 'hasParagraphs', 'nothingOpen', 'ownCleared'],
    },
    { action: 'change', from: [...onTheTable, ...agreed], to: 'in_negotiation', by: ['system'] },
    { action: 'redraft', from: ['drafting', 'final'], to: 'drafting', by: ['system'] },
    { action: 'show-again', from: ['exchanged', 'final'], to: 'exchanged', by: ['system'] },
    {
      action: 'propose-ad-referendum',
      from: onTheTable,
      by: ['party'],
      guards: ['isJoint', 'notAdReferendum'],
    },
    { action: 'mark-ad-referendum', from: onTheTable, by: ['system'] },
    { action: 'propose-signing', from: agreed, by: ['party'], guards: ['isForSignature'] },
    { action: 'sign', from: agreed, to: 'signed', by: ['system'] },
    { action: 'propose-adoption', from: ['final'], by: ['party'], guards: ['isJoint', 'isNotForSignature'] },
    { action: 'adopt', from: ['final'], to: 'adopted', by: ['system'] },
    {
      action: 'propose-release',
      from: settled,
      by: ['party'],
      guards: ['isJoint', 'isSignedIfToBe', 'isConfirmed', 'notKeptClosed'],
    },
    { action: 'plan-release', from: settled, by: ['system'] },
    {
      action: 'set-release',
      from: ['final'],
      by: ['ownLead'],
      guards: ['isUnilateral', 'nothingPlanned'],
    },
    { action: 'cancel-release', from: ['final'], by: ['ownLead'], guards: ['isUnilateral', 'somethingPlanned'] },
    { action: 'carry', from: settled, to: 'released', by: ['system'] },
    {
      action: 'propose-not-public',
      from: settled,
      by: ['party'],
      guards: ['isJoint', 'isSignedIfToBe', 'notKeptClosed', 'nothingPlanned'],
    },
    { action: 'keep-closed', from: settled, by: ['system'] },
    { action: 'archive', from: [...settled, 'released'], to: 'archived', by: ['system'] },
    { action: 'correct', from: ['signed', 'adopted', 'released', 'archived'], by: ['party'] },
  ],
});

/** What a person may be offered; the rest follows by itself. */
export const recordOffers: readonly string[] = [
  ...['edit', 'translate', 'exchange', 'withdraw', 'start-clearance', 'clear', 'recall-clearance'],
  ...['turn-key', 'take-key-back', 'finish', 'propose-ad-referendum', 'propose-signing', 'propose-adoption'],
  ...['propose-release', 'set-release', 'cancel-release', 'propose-not-public', 'correct'],
];
