import type { Actor, Role, Side } from '#core/kernel';
import type { ActionItem, ActionState } from './action.types.js';
import { actionLifecycle, allowedSteps, nextState, type ActionStep } from './action.lifecycle.js';

const OWNER_POST = 'owner-post';
const DEPUTY_POST = 'deputy-post';

const makeActor = (side: Side | null, role: Role, postIds: string[] = []): Actor => ({
  userId: 'user',
  side,
  roles: [role],
  postIds,
  language: 'ko',
  databaseRole: side === 'jp' ? 'forum_jp' : 'forum_kr',
});
const makeItem = (over: Partial<ActionItem> = {}): ActionItem => ({
  id: 'item',
  number: '2027-RDG7-A1',
  ownerSide: 'jp',
  ownerPostId: OWNER_POST,
  state: 'open',
  due: '2027-05-06',
  originalDue: null,
  joint: true,
  audience: 'joint',
  sessionId: null,
  channelId: null,
  commitmentId: null,
  deputyPostId: DEPUTY_POST,
  supportingBodyIds: [],
  priority: 'normal',
  expectedOn: null,
  answerUntil: null,
  version: 1,
  ...over,
});

/** Who takes part, seen from an item that a post of `owner` owes. */
const cast = (owner: Side) => {
  const other: Side = owner === 'kr' ? 'jp' : 'kr';
  return {
    owner: makeActor(owner, 'official', [OWNER_POST]),
    colleague: makeActor(owner, 'official', ['another-post']),
    ownSecretariat: makeActor(owner, 'secretariat'),
    ownHead: makeActor(owner, 'head'),
    otherSecretariat: makeActor(other, 'secretariat'),
    otherHead: makeActor(other, 'head'),
    otherOfficial: makeActor(other, 'official', ['another-post']),
    interpreter: makeActor(null, 'interpreter'),
    admin: makeActor(null, 'admin'),
    clock: { ...makeActor(null, 'admin'), roles: [], databaseRole: 'forum_worker' as const },
    deputy: makeActor(owner, 'official', [DEPUTY_POST]),
  };
};
type Player = keyof ReturnType<typeof cast>;

const NO = 'common.forbidden';
const OWN_CONFIRM = 'actions.ownSideCannotConfirm';
const OWN_RETURN = 'actions.ownSideCannotReturn';
const own = {
  owner: null,
  colleague: NO,
  ownSecretariat: null,
  ownHead: null,
  otherSecretariat: NO,
  otherHead: NO,
  otherOfficial: NO,
  interpreter: NO,
  admin: NO,
  clock: NO,
  deputy: null,
};
const lead = { ...own, owner: NO, deputy: NO };
const eitherLead = { ...lead, otherSecretariat: null, otherHead: null };
const judge = (refusal: string) => ({
  owner: refusal,
  colleague: refusal,
  ownSecretariat: refusal,
  ownHead: refusal,
  otherSecretariat: null,
  otherHead: null,
  otherOfficial: NO,
  interpreter: NO,
  admin: NO,
  clock: NO,
  deputy: refusal,
});
/** Reason of refusal by step and player of a joint item; null = allowed. */
const EXPECTED: Record<ActionStep, Record<Player, string | null>> = {
  start: own,
  'report-done': own,
  confirm: judge(OWN_CONFIRM),
  return: judge(OWN_RETURN),
  'confirm-by-silence': { ...lead, ownSecretariat: NO, ownHead: NO, clock: null },
  extend: lead,
  block: own,
  unblock: own,
  reassign: lead,
  edit: lead,
  cancel: eitherLead,
  supersede: eitherLead,
  comment: { ...own, colleague: null, otherSecretariat: null, otherHead: null, otherOfficial: null },
};
/** Where a step leads; null keeps the state. */
const TARGET: Record<ActionStep, ActionState | null> = {
  start: 'in_progress',
  'report-done': 'done_claimed',
  confirm: 'done_confirmed',
  return: 'in_progress',
  'confirm-by-silence': 'done_confirmed',
  extend: null,
  block: 'blocked',
  unblock: 'in_progress',
  reassign: null,
  edit: null,
  cancel: 'cancelled',
  supersede: 'superseded',
  comment: null,
};

describe.each<Side>(['kr', 'jp'])('the lifecycle of an item owed by %s', (side) => {
  const players = Object.entries(cast(side)) as [Player, Actor][];

  it('lets exactly the right people do each step, in every state', () => {
    for (const { state, action, transition } of actionLifecycle.cells()) {
      for (const [player, actor] of players) {
        const item = makeItem({ ownerSide: side, state });
        const code = transition ? EXPECTED[action][player] : 'common.wrongState';
        const attempt = () => nextState(item, action, actor);
        if (code === null) expect(attempt()).toBe(TARGET[action] ?? state);
        else expect(attempt).toThrow(expect.objectContaining({ code }));
      }
    }
  });

  it('offers the same as it enforces', () => {
    for (const state of actionLifecycle.states) {
      for (const [player, actor] of players) {
        const offered = allowedSteps(makeItem({ ownerSide: side, state }), actor);
        expect(offered.map(({ action }) => action)).toEqual(
          actionLifecycle.actions.filter(
            (action) => action !== 'confirm-by-silence' && actionLifecycle.find(state, action),
          ),
        );
        for (const { action, allowed, reason } of offered)
          expect([allowed, reason]).toEqual([EXPECTED[action][player] === null, EXPECTED[action][player]]);
      }
    }
  });
});

describe('an item that is not joint', () => {
  it('is confirmed by the own secretariat and by nobody else', () => {
    const item = makeItem({ joint: false, state: 'done_claimed' });
    const { ownSecretariat, owner, otherHead } = cast('jp');
    expect(nextState(item, 'confirm', ownSecretariat)).toBe('done_confirmed');
    for (const actor of [owner, otherHead])
      expect(() => nextState(item, 'confirm', actor)).toThrow(expect.objectContaining({ code: NO }));
  });
});

describe('an item of one side', () => {
  it('is ended by its own lead alone, and nothing of it is the other side’s', () => {
    const item = makeItem({ joint: false, audience: 'jp' });
    const { ownHead, otherHead } = cast('jp');
    expect(nextState(item, 'cancel', ownHead)).toBe('cancelled');
    expect(() => nextState(item, 'cancel', otherHead)).toThrow(expect.objectContaining({ code: NO }));
  });
});

describe('an item that has ended', () => {
  it.each<ActionState>(['done_confirmed', 'cancelled', 'superseded'])('%s takes comments only', (state) => {
    const { ownHead } = cast('jp');
    expect(allowedSteps(makeItem({ state }), ownHead)).toEqual([{ action: 'comment', allowed: true, reason: null }]);
    expect(() => nextState(makeItem({ state }), 'start', ownHead)).toThrow(
      expect.objectContaining({ code: 'common.wrongState' }),
    );
  });
});
