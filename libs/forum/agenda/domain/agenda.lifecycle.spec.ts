import { newText, otherSide, SIDES, type Actor, type Role, type Side } from '#core/kernel';
import { agendaContext, itemContext } from './agenda-context.js';
import { agendaLifecycle, itemLifecycle, itemOffers, itemStates, type ItemState } from './agenda.lifecycle.js';
import type { AgendaItemRow, AgendaRow } from './agenda.types.js';

const itemOf = (over: Partial<AgendaItemRow> = {}): AgendaItemRow => ({
  id: 'i',
  position: 1,
  kind: 'item',
  standing: null,
  proposer: 'kr',
  lead: null,
  minutes: 30,
  objective: 'discuss',
  title: newText('ko', '주파수 정책'),
  description: null,
  ownWords: true,
  carriedFrom: null,
  links: [],
  state: 'exchanged',
  deferredIn: null,
  audience: 'joint',
  version: 1,
  illustrative: false,
  note: null,
  commentCount: 0,
  ...over,
});

const actor = (role: Role, side: Side | null = 'kr'): Actor => ({
  userId: 'u',
  side,
  roles: [role],
  postIds: ['p'],
  language: 'ko',
  databaseRole: side === null ? 'forum_joint' : `forum_${side}`,
});

/** What a person may do with an item of their own side, by state. */
const mayDo = (state: ItemState, who: Actor, over: Partial<AgendaItemRow> = {}): string[] =>
  itemLifecycle
    .allowedActions(state, itemContext(itemOf({ state, ...over }), who))
    .filter(({ action, allowed }) => allowed && itemOffers.some((offer) => offer === action))
    .map(({ action }) => action)
    .sort();

describe('the life of an agenda item', () => {
  const shared = ['comment', 'defer', 'edit', 'link', 'move', 'translate', 'withdraw'];
  const whole: Readonly<Record<ItemState, readonly string[]>> = {
    draft: ['comment', 'edit', 'link', 'move', 'translate', 'withdraw'],
    exchanged: shared,
    in_negotiation: shared,
    agreed: shared,
    adopted: ['comment', 'defer', 'discuss'],
    discussed: ['comment'],
    deferred: ['comment'],
    withdrawn: [],
  };

  it.each(SIDES)('lets the secretariat and the head of %s do the same in every state', (side) => {
    for (const state of itemStates)
      for (const role of ['secretariat', 'head'] as const) {
        const translates = whole[state].filter((action) => role === 'secretariat' || action !== 'translate');
        expect([state, mayDo(state, actor(role, side), { proposer: side })]).toEqual([state, translates]);
      }
  });

  it('lets officials and delegates draft and comment, and touch nothing that is shared', () => {
    for (const role of ['official', 'delegate'] as const)
      for (const state of itemStates) {
        const translates = role === 'official' && whole[state].includes('translate') ? ['translate'] : [];
        const drafts =
          state === 'draft' ? ['comment', 'edit', 'link', 'move'] : state === 'withdrawn' ? [] : ['comment'];
        expect([role, state, mayDo(state, actor(role))]).toEqual([role, state, [...drafts, ...translates]]);
      }
  });

  it('lets interpreters translate, and observers, companies and auditors nothing', () => {
    expect(mayDo('exchanged', actor('interpreter', null))).toEqual(['translate']);
    for (const role of ['observer', 'private', 'auditor', 'admin'] as const)
      for (const state of itemStates) expect(mayDo(state, actor(role, null))).toEqual([]);
  });

  it('lets only the proposing side withdraw, and no side put anything off alone', () => {
    for (const side of SIDES) {
      const context = itemContext(itemOf({ proposer: otherSide(side) }), actor('head', side));
      expect(() => itemLifecycle.step('agreed', 'withdraw', context)).toThrow('agenda.onlyProposerWithdraws');
      expect(itemLifecycle.step('agreed', 'defer', context)).toBe('agreed');
      expect(() => itemLifecycle.step('agreed', 'put-off', context)).toThrow('common.forbidden');
    }
  });

  it('lets sections and breaks be written and withdrawn, and nothing be decided about them', () => {
    for (const kind of ['section', 'break'] as const)
      expect(mayDo('exchanged', actor('secretariat'), { kind, objective: null })).toEqual([
        'comment',
        'edit',
        'move',
        'translate',
        'withdraw',
      ]);
  });
});

describe('the life of an agenda', () => {
  const agendaOf = (over: Partial<AgendaRow> = {}): AgendaRow => ({
    id: 'a',
    sessionId: 's',
    channelId: 'c',
    state: 'agreed',
    audience: 'joint',
    version: 1,
    illustrative: false,
    host: 'kr',
    startsAt: null,
    endsAt: null,
    interpretation: { mode: null, factorPercent: null },
    versionNumber: 1,
    items: [itemOf({ title: { ...newText('ko', '가'), ja: text('ア'), en: text('a') } })],
    keys: [],
    ...over,
  });
  const text = (words: string) => ({ text: words, of: 1, status: 'checked' as const });
  const publish = (over: Partial<AgendaRow>, who = actor('secretariat')) => {
    const agenda = agendaOf(over);
    return () => agendaLifecycle.step(agenda.state, 'publish', agendaContext(agenda, who));
  };

  it('is published once both have signed, while no text is open, by who turns keys', () => {
    expect(publish({})()).toBe('agreed');
    expect(publish({ state: 'adopted', audience: 'business' })()).toBe('adopted');
    expect(publish({ state: 'in_negotiation' })).toThrow('agenda.notAgreed');
    expect(publish({ state: 'in_negotiation', items: [itemOf()] })).toThrow('agenda.textsOpen');
    expect(publish({ audience: 'public' })).toThrow('agenda.alreadyPublished');
    expect(publish({ items: [] })).toThrow('agenda.noItems');
    expect(publish({}, actor('delegate'))).toThrow('common.forbidden');
    expect(publish({ state: 'draft' })).toThrow('common.wrongState');
  });

  it('asks for an item: headings alone are nothing to sign, nor is what was put off', () => {
    const items = [
      itemOf({ kind: 'section', objective: null, minutes: 0 }),
      itemOf({ state: 'deferred', deferredIn: 'preparation' }),
    ];
    const agenda = agendaOf({ state: 'exchanged', items });
    expect(() => agendaLifecycle.step('exchanged', 'sign', agendaContext(agenda, actor('head')))).toThrow(
      'agenda.noItems',
    );
  });
});
