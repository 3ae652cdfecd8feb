import { DomainError, type Actor } from '#core/kernel';
import { sessionLifecycle, type SessionAction, type SessionState } from './session.lifecycle.js';
import { sessionContext, sessionOffers } from './session-steps.js';
import type { SessionFacts } from './session.types.js';

const facts = (over: Partial<SessionFacts> = {}): SessionFacts => ({
  id: 's',
  channelId: 'c',
  state: 'date_agreed',
  audience: 'joint',
  version: 1,
  startDate: '2027-03-11',
  endDate: null,
  endsAt: '2027-03-11T08:00:00Z',
  hostSide: 'kr',
  level: 'dg',
  today: '2027-03-11',
  now: '2027-03-11T09:00:00Z',
  blocks: [],
  openMatters: [],
  ...over,
});

const actor = (over: Partial<Actor> = {}): Actor => ({
  userId: 'u',
  side: 'kr',
  roles: ['secretariat'],
  postIds: ['p'],
  language: 'ko',
  databaseRole: 'forum_kr',
  ...over,
});

const codeOf = (run: () => unknown): string | null => {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};

const step = (over: Partial<SessionFacts>, action: SessionAction, who = actor(), system = false): string | null => {
  const given = facts(over);
  return codeOf(() => sessionLifecycle.step(given.state, action, sessionContext(given, who, system)));
};

describe('the life of a session', () => {
  it('leads from the idea to the end', () => {
    const path: readonly [SessionState, SessionAction, SessionState][] = [
      ['proposed', 'agree-date', 'date_agreed'],
      ['date_agreed', 'start-preparing', 'preparing'],
      ['preparing', 'mark-ready', 'ready'],
      ['ready', 'open', 'in_session'],
      ['in_session', 'hold', 'held'],
      ['held', 'close', 'closed'],
    ];
    for (const [from, action, to] of path)
      expect(sessionLifecycle.step(from, action, sessionContext(facts({ state: from }), actor(), true))).toBe(to);
  });

  it.each(['proposed', 'date_agreed', 'preparing', 'ready'] as const)(
    'can be put off and called off from %s',
    (state) => {
      expect(step({ state }, 'postpone')).toBeNull();
      expect(step({ state }, 'cancel')).toBeNull();
    },
  );

  it.each(['in_session', 'held', 'closed', 'cancelled'] as const)('can be neither from %s', (state) => {
    expect(step({ state }, 'postpone')).toBe('common.wrongState');
    expect(step({ state }, 'cancel')).toBe('common.wrongState');
  });

  it('goes back to preparing when a ready session gets another date', () => {
    expect(sessionLifecycle.find('ready', 'agree-date')?.to).toBe('preparing');
    expect(sessionLifecycle.find('postponed', 'agree-date')?.to).toBe('date_agreed');
  });

  it('lets nobody but both keys agree a date or change a level', () => {
    expect(step({ state: 'proposed' }, 'agree-date')).toBe('common.forbidden');
    expect(step({ today: '2027-03-01' }, 'change-level')).toBe('common.forbidden');
  });

  it.each<[string, string | null]>([
    ['2027-03-08', null],
    ['2027-03-09', 'sessions.levelTooLate'],
  ])('on %s a level may still be proposed: %s', (today, refusal) => {
    expect(step({ today }, 'propose-level')).toBe(refusal);
    expect(step({ today }, 'change-level', actor(), true)).toBe(refusal);
  });

  it('keeps what is open between held and closed', () => {
    const open = { state: 'held', openMatters: [{ code: 'records.minutesOpen', params: {}, rule: null }] } as const;
    expect(step(open, 'close')).toBe('sessions.notClosable');
    expect(step({ state: 'held' }, 'close')).toBeNull();
  });

  it.each<[string, Partial<Actor>]>([
    ['a delegate', { roles: ['delegate'] }],
    ['an official', { roles: ['official'] }],
    ['the administrator', { roles: ['admin'], side: null }],
    ['a company', { roles: ['private'] }],
    ['an observer', { roles: ['observer'], side: null }],
  ])('gives %s no step in any state', (_who, over) => {
    for (const state of sessionLifecycle.states)
      for (const { action, allowed } of sessionOffers(facts({ state, today: '2027-03-01' }), actor(over)))
        expect([state, action, allowed]).toEqual([state, action, false]);
  });

  it('offers a draft what drafts know, a shared session what both sides know', () => {
    const offered = (over: Partial<SessionFacts>) => sessionOffers(facts(over), actor()).map(({ action }) => action);
    expect(offered({ state: 'proposed', audience: 'kr' })).toEqual([
      'edit-draft',
      'propose',
      'cancel',
      'edit-programme',
    ]);
    expect(offered({ state: 'proposed' })).toEqual(['arrange', 'postpone', 'cancel', 'edit-programme']);
  });

  it('refuses to share twice, and to negotiate what is not shared', () => {
    expect(step({ state: 'proposed' }, 'propose')).toBe('sessions.alreadyShared');
    expect(step({ state: 'proposed', audience: 'kr' }, 'arrange')).toBe('sessions.notShared');
  });
});
