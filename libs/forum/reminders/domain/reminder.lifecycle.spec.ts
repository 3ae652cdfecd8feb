import type { Actor, Role, Side } from '#core/kernel';
import { allowedDeskActs, DESK_ACTS, reminderContext, reminderLifecycle } from './reminder.lifecycle.js';

const actor = (side: Side | null, role: Role): Actor => ({
  userId: '00000000-0000-7000-8000-000000000001',
  side,
  roles: [role],
  postIds: [],
  language: 'en',
  databaseRole: side === null ? 'forum_public' : `forum_${side}`,
});

/** Said once more, apart from the table: what a person may do, and where it leads. */
const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  failed: { retry: 'planned' },
  in_doubt: { arrived: 'sent', 'send-again': 'in_doubt' },
  sent: { resend: 'planned' },
};

describe('the lifecycle of a reminder', () => {
  it.each(['kr', 'jp'] as const)(
    'lets the secretariat of %s settle what the relay left open, and nothing else',
    (side) => {
      const context = reminderContext(actor(side, 'secretariat'), side);
      for (const { state, action } of reminderLifecycle.cells()) {
        const step = (): string => reminderLifecycle.step(state, action, context);
        const to = expected[state]?.[action];
        if (to === undefined) expect(step).toThrow();
        else expect(step()).toBe(to);
      }
    },
  );

  it('offers a person no move of the worker, and to nobody else what the secretariat may do', () => {
    for (const state of reminderLifecycle.states) {
      const own = allowedDeskActs(actor('kr', 'secretariat'), state, 'kr');
      expect(own.map(({ action }) => action)).toEqual(DESK_ACTS.filter((act) => expected[state]?.[act] !== undefined));
      expect(own.every(({ allowed }) => allowed)).toBe(true);
      for (const other of [
        actor('jp', 'secretariat'),
        actor('kr', 'head'),
        actor('kr', 'official'),
        actor(null, 'admin'),
      ])
        expect(allowedDeskActs(other, state, 'kr').filter(({ allowed }) => allowed)).toEqual([]);
    }
  });
});
