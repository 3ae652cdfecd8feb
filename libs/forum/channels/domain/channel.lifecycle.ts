import { defineLifecycle, type Actor, type LifecycleContext } from '#core/kernel';
import { channelsErrors } from './channels.errors.js';
import { isOnLadder, type ChannelFacts, type ChannelState } from './channel.types.js';

/** States in which people can do something about a channel and its names, topics and level. */
const standing = ['agreed', 'active', 'stalled', 'suspended'] as const;

/**
 * domain.md 3.2. Rows of `system` follow from a second key, a session or the monthly check; `propose-…` rows turn the first key and
 * keep the state.
 */
export const channelLifecycle = defineLifecycle({
  name: 'channel',
  states: ['proposed', 'agreed', 'active', 'stalled', 'suspended', 'concluded', 'superseded', 'withdrawn'],
  initial: 'proposed',
  transitions: [
    { action: 'edit-draft', from: ['proposed'], by: ['drafter'], guards: ['isDraft'] },
    { action: 'share', from: ['proposed'], by: ['keyholder'], guards: ['isDraft'] },
    { action: 'propose-agreement', from: ['proposed'], by: ['keyholder'] },
    { action: 'withdraw', from: ['proposed'], to: 'withdrawn', by: ['keyholder'], guards: ['ownProposal'] },
    { action: 'confirm-stall', from: ['active'], to: 'stalled', by: ['secretariat'], guards: ['suggested'] },
    { action: 'dismiss-stall', from: ['active'], by: ['secretariat'], guards: ['suggested'] },
    { action: 'withdraw-stall', from: ['stalled'], to: 'active', by: ['secretariat'], guards: ['ownStall'] },
    { action: 'propose-resumption', from: ['stalled', 'suspended'], by: ['keyholder'] },
    { action: 'propose-level', from: [...standing], by: ['keyholder'], guards: ['onLadder'] },
    { action: 'propose-spawn', from: [...standing], by: ['keyholder'], guards: ['onLadder'] },
    { action: 'rename-own', from: ['proposed', ...standing], by: ['keyholder'], guards: ['isShared'] },
    { action: 'propose-rename', from: ['proposed', ...standing], by: ['keyholder'], guards: ['isShared'] },
    { action: 'propose-details', from: ['proposed', ...standing], by: ['keyholder'], guards: ['isShared'] },
    { action: 'suspend-own', from: ['active', 'stalled'], to: 'suspended', by: ['keyholder'] },
    { action: 'propose-suspension', from: ['active', 'stalled'], by: ['keyholder'] },
    { action: 'propose-conclusion', from: ['active'], by: ['keyholder'], guards: ['noOpenSession'] },
    { action: 'agree', from: ['proposed'], to: 'agreed', by: ['system'] },
    { action: 'hold', from: ['agreed', 'active', 'stalled', 'suspended'], to: 'active', by: ['system'] },
    { action: 'suspend', from: ['active', 'stalled'], to: 'suspended', by: ['system'] },
    { action: 'resume', from: ['stalled', 'suspended'], to: 'active', by: ['system'] },
    { action: 'conclude', from: ['active'], to: 'concluded', by: ['system'], guards: ['noOpenSession'] },
    { action: 'supersede', from: ['active'], to: 'superseded', by: ['system'], guards: ['noOpenSession'] },
    { action: 'change-level', from: [...standing], by: ['system'] },
    { action: 'spawn', from: [...standing], by: ['system'] },
    { action: 'rename', from: ['proposed', ...standing], by: ['system'] },
    { action: 'change-details', from: ['proposed', ...standing], by: ['system'] },
  ],
});

export type ChannelAction = (typeof channelLifecycle.actions)[number];
export type LivingState = (typeof channelLifecycle.states)[number];

/** True for every state but `unknown`, in which history leaves a channel and nobody can do anything but hold a session. */
export function isLiving(state: ChannelState): state is LivingState {
  return channelLifecycle.states.some((known) => known === state);
}

/** What people may be offered, in the order of a page. */
export const channelOffers: readonly ChannelAction[] = channelLifecycle.transitions
  .filter((row) => !row.by.some((who) => who === 'system'))
  .map((row) => row.action);

type Who = 'drafter' | 'keyholder' | 'secretariat' | 'system';
type Guard = 'isDraft' | 'isShared' | 'ownProposal' | 'suggested' | 'ownStall' | 'onLadder' | 'noOpenSession';

/** Who the actor is to a channel and what holds of it (domain.md 2). A draft of the other side is never loaded. */
export function channelContext(channel: ChannelFacts, actor: Actor, system = false): LifecycleContext<Who, Guard> {
  const has = (...roles: readonly Actor['roles'][number][]): boolean =>
    actor.side !== null && roles.some((role) => actor.roles.includes(role));
  const isDraft = channel.audience === 'kr' || channel.audience === 'jp';
  return {
    is: {
      drafter: () => has('secretariat', 'head', 'official'),
      keyholder: () => has('secretariat', 'head'),
      secretariat: () => has('secretariat'),
      system: () => system,
    },
    guards: {
      isDraft: () => (isDraft ? null : channelsErrors.alreadyShared.code),
      isShared: () => (isDraft ? channelsErrors.notShared.code : null),
      ownProposal: () => (channel.originSide === actor.side ? null : channelsErrors.onlyProposerWithdraws.code),
      suggested: () => (channel.suggestion ? null : channelsErrors.noSuggestion.code),
      ownStall: () => (channel.stalledBy === actor.side ? null : channelsErrors.notYourStall.code),
      onLadder: () => (isOnLadder(channel.nominalLevel) ? null : channelsErrors.notOnLadder.code),
      noOpenSession: () => (channel.hasOpenSession ? channelsErrors.sessionOpen.code : null),
    },
  };
}
