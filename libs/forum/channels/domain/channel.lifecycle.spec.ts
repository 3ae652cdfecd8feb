import type { Actor, Role, Side } from '#core/kernel';
import { channelContext, channelLifecycle, channelOffers, isLiving } from './channel.lifecycle.js';
import { isHigher, isOnLadder, LEVELS, type ChannelFacts } from './channel.types.js';

const facts = (over: Partial<ChannelFacts> = {}): ChannelFacts => ({
  id: 'c',
  state: 'active',
  audience: 'joint',
  version: 1,
  nominalLevel: 'dg',
  originSide: 'kr',
  suspendedBy: null,
  stalledBy: null,
  suggestion: null,
  hasOpenSession: false,
  ...over,
});
const actor = (role: Role, side: Side | null = 'kr'): Actor => ({
  userId: 'u',
  side,
  roles: [role],
  postIds: ['p'],
  language: 'en',
  databaseRole: 'forum_kr',
});
const allowed = (channel: ChannelFacts, who: Actor): string[] =>
  isLiving(channel.state)
    ? channelLifecycle
        .allowedActions(channel.state, channelContext(channel, who))
        .filter((entry) => entry.allowed)
        .map((entry) => entry.action)
    : [];

describe('the life of a channel', () => {
  it('goes only where domain.md 3.2 lets it go', () => {
    const ways = [...channelLifecycle.cells()].flatMap(({ state, action, transition }) =>
      transition?.to && transition.to !== state ? [`${state} → ${transition.to} by ${action}`] : [],
    );
    expect(ways.sort()).toEqual(
      [
        'proposed → agreed by agree',
        'proposed → withdrawn by withdraw',
        'agreed → active by hold',
        'active → stalled by confirm-stall',
        'stalled → active by withdraw-stall',
        'active → suspended by suspend',
        'active → suspended by suspend-own',
        'stalled → suspended by suspend',
        'stalled → suspended by suspend-own',
        'stalled → active by hold',
        'stalled → active by resume',
        'suspended → active by hold',
        'suspended → active by resume',
        'active → concluded by conclude',
        'active → superseded by supersede',
      ].sort(),
    );
  });

  it('ends for good', () => {
    for (const state of ['concluded', 'superseded', 'withdrawn'] as const)
      expect(allowed(facts({ state }), actor('secretariat'))).toEqual([]);
    expect(isLiving('unknown')).toBe(false);
  });

  it('is moved by secretariats and heads of a side, and by nobody else', () => {
    for (const role of ['official', 'delegate', 'interpreter', 'private', 'observer', 'auditor', 'admin'] as const)
      for (const state of channelLifecycle.states) {
        const offers = allowed(facts({ state }), actor(role));
        expect(offers.filter((action) => action !== 'edit-draft')).toEqual([]);
      }
    expect(allowed(facts(), actor('secretariat', null))).toEqual([]);
    expect(allowed(facts(), actor('head'))).toContain('suspend-own');
  });

  it('lets nobody turn the second key by a step of one side', () => {
    for (const state of channelLifecycle.states)
      for (const role of ['secretariat', 'head'] as const)
        for (const action of allowed(facts({ state }), actor(role))) expect(channelOffers).toContain(action);
    expect(channelOffers).not.toContain('agree');
  });

  it('refuses with a reason that can be told', () => {
    const reason = (channel: ChannelFacts, action: string): string | null | undefined =>
      isLiving(channel.state)
        ? channelLifecycle
            .allowedActions(channel.state, channelContext(channel, actor('secretariat')))
            .find((entry) => entry.action === action)?.reason
        : undefined;
    expect(reason(facts({ hasOpenSession: true }), 'propose-conclusion')).toBe('channels.sessionOpen');
    expect(reason(facts({ nominalLevel: 'local' }), 'propose-level')).toBe('channels.notOnLadder');
    expect(reason(facts(), 'confirm-stall')).toBe('channels.noSuggestion');
    expect(reason(facts({ state: 'stalled', stalledBy: 'jp' }), 'withdraw-stall')).toBe('channels.notYourStall');
    expect(reason(facts({ state: 'proposed', originSide: 'jp' }), 'withdraw')).toBe('channels.onlyProposerWithdraws');
    expect(reason(facts({ state: 'proposed', audience: 'kr' }), 'rename-own')).toBe('channels.notShared');
    expect(reason(facts({ state: 'proposed' }), 'share')).toBe('channels.alreadyShared');
  });
});

describe('levels', () => {
  it('stand one above another, but for local and private channels, which stand beside them', () => {
    const ladder = LEVELS.filter(isOnLadder);
    expect(ladder).toEqual(['expert', 'division', 'dg', 'vice_minister', 'minister', 'summit']);
    for (const [index, level] of ladder.entries())
      for (const [other, than] of ladder.entries()) expect(isHigher(level, than)).toBe(index > other);
  });
});
