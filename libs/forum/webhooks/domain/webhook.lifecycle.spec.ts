import type { Actor } from '#core/kernel';
import { sideOfKeeper, stepWebhook, webhookLifecycle } from './webhook.lifecycle.js';
import { maxAttempts, waitSeconds } from './retry.js';

const actor = (over: Partial<Actor> = {}): Actor => ({
  userId: '',
  side: 'kr',
  roles: ['secretariat'],
  postIds: [],
  language: 'ko',
  databaseRole: 'forum_kr',
  ...over,
});

const table: Record<string, Partial<Record<string, string>>> = {
  on: { edit: 'on', ping: 'on', replay: 'on', rotate: 'on', 'turn-off': 'off', remove: 'removed' },
  off: { edit: 'off', ping: 'off', replay: 'webhooks.isOff', rotate: 'off', 'turn-on': 'on', remove: 'removed' },
  removed: {},
};

const codeOf = (run: () => string): string => {
  try {
    return run();
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

describe('the lifecycle of a webhook', () => {
  it.each([...webhookLifecycle.cells()].map(({ state, action }) => [state, action] as const))(
    '%s, %s: as the table has it, for its own side’s secretariat alone',
    (state, action) => {
      const expected = table[state]?.[action] ?? 'common.wrongState';
      expect(codeOf(() => stepWebhook({ side: 'kr', state }, action, actor()))).toBe(expected);
      const refused = expected === 'common.wrongState' ? expected : 'common.forbidden';
      for (const other of [
        actor({ side: 'jp' }),
        actor({ roles: ['official', 'head'] }),
        actor({ side: null, roles: ['admin'] }),
      ])
        expect(codeOf(() => stepWebhook({ side: 'kr', state }, action, other))).toBe(refused);
    },
  );

  it('has one keeper for each side', () => {
    expect([sideOfKeeper(actor()), sideOfKeeper(actor({ side: 'jp' }))]).toEqual(['kr', 'jp']);
    expect(() => sideOfKeeper(actor({ side: null, roles: ['secretariat'] }))).toThrow('common.forbidden');
  });
});

describe('the waits between two tries', () => {
  it('grow from seconds to hours, come apart by chance, and follow the receiver up to an hour', () => {
    expect(Array.from({ length: maxAttempts - 1 }, (_, index) => waitSeconds(index + 1, 0.5))).toEqual([
      5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800,
    ]);
    expect([waitSeconds(4, 0), waitSeconds(4, 1)]).toEqual([480, 720]);
    expect([waitSeconds(1, 0, 900), waitSeconds(1, 0, 90_000), waitSeconds(9, 0, 900)]).toEqual([900, 3600, 23_040]);
  });
});
