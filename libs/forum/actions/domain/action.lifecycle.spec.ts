import type { Actor, Role, Side } from '#core/kernel';
import type { ActionItem, ActionState } from './action.types.js';
import { actionLifecycle, allowedSteps, nextState, type ActionStep } from './action.lifecycle.js';

const OWNER_POST = 'owner-post';

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
  commitmentId: null,
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
};
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
});
/** Reason of refusal by step and player of a joint item; null = allowed. */
const EXPECTED: Record<ActionStep, Record<Player, string | null>> = {
  start: own,
  'report-done': own,
  confirm: judge(OWN_CONFIRM),
  return: judge(OWN_RETURN),
  extend: { ...own, owner: NO },
};
const TARGET: Record<ActionStep, ActionState> = {
  start: 'in_progress',
  'report-done': 'done_claimed',
  confirm: 'done_confirmed',
  return: 'in_progress',
  extend: 'in_progress',
};

describe.each<Side>(['kr', 'jp'])('the lifecycle of an item owed by %s', (side) => {
  const players = Object.entries(cast(side)) as [Player, Actor][];

  it('lets exactly the right people do each step, in every state', () => {
    for (const { state, action, transition } of actionLifecycle.cells()) {
      for (const [player, actor] of players) {
        const item = makeItem({ ownerSide: side, state });
        const code = transition ? EXPECTED[action][player] : 'common.wrongState';
        const attempt = () => nextState(item, action, actor);
        if (code === null) expect(attempt()).toBe(action === 'extend' ? state : TARGET[action]);
        else expect(attempt).toThrow(expect.objectContaining({ code }));
      }
    }
  });

  it('offers the same as it enforces', () => {
    for (const state of actionLifecycle.states) {
      for (const [player, actor] of players) {
        const offered = allowedSteps(makeItem({ ownerSide: side, state }), actor);
        expect(offered.map(({ action }) => action)).toEqual(
          actionLifecycle.actions.filter((action) => actionLifecycle.find(state, action)),
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

describe('an item that is blocked, cancelled or superseded', () => {
  it.each<ActionState>(['blocked', 'cancelled', 'superseded'])('%s offers and accepts nothing', (state) => {
    const { ownHead } = cast('jp');
    expect(allowedSteps(makeItem({ state }), ownHead)).toEqual([]);
    expect(() => nextState(makeItem({ state }), 'start', ownHead)).toThrow(
      expect.objectContaining({ code: 'common.wrongState' }),
    );
  });
});
