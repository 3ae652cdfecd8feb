import { defineErrors, defineLifecycle, type LifecycleContext } from './index.js';

const errors = defineErrors('example', { bracketsOpen: 422, hashMoved: 409 });

const paper = defineLifecycle({
  name: 'paper',
  states: ['draft', 'exchanged', 'agreed', 'withdrawn'],
  initial: 'draft',
  transitions: [
    { action: 'edit', from: ['draft', 'exchanged'], by: ['official', 'secretariat'] },
    { action: 'exchange', from: ['draft'], to: 'exchanged', by: ['secretariat'], guards: ['complete'] },
    { action: 'sign', from: ['exchanged'], to: 'agreed', by: ['head'], guards: ['complete', 'sameHash'] },
    { action: 'withdraw', from: ['draft', 'exchanged'], to: 'withdrawn', by: ['head', 'secretariat'] },
  ],
});

type Who = 'official' | 'secretariat' | 'head';
type Guard = 'complete' | 'sameHash';

function as(who: Who, refusals: Partial<LifecycleContext<Who, Guard>['guards']> = {}): LifecycleContext<Who, Guard> {
  return {
    is: { official: () => who === 'official', secretariat: () => who === 'secretariat', head: () => who === 'head' },
    guards: { complete: () => null, sameHash: () => null, ...refusals },
  };
}

/** An error with at least these facts, for toThrow. */
const like = (facts: object): Error => expect.objectContaining(facts) as Error;

describe('a lifecycle', () => {
  it('goes to the state its table says', () => {
    expect(paper.step('draft', 'exchange', as('secretariat'))).toBe('exchanged');
    expect(paper.step('exchanged', 'sign', as('head'))).toBe('agreed');
  });

  it('keeps the state when the row names no next one', () => {
    expect(paper.step('exchanged', 'edit', as('official'))).toBe('exchanged');
  });

  it('accepts any one of those who may', () => {
    expect(paper.step('draft', 'withdraw', as('head'))).toBe('withdrawn');
    expect(paper.step('draft', 'withdraw', as('secretariat'))).toBe('withdrawn');
  });

  it('refuses by state, then by person, then by the first failing guard', () => {
    const failing = { complete: () => errors.bracketsOpen({ count: 2 }), sameHash: () => errors.hashMoved.code };
    expect(() => paper.step('agreed', 'sign', as('official', failing))).toThrow(
      like({
        code: 'common.wrongState',
        status: 409,
        params: { lifecycle: 'paper', state: 'agreed', action: 'sign' },
      }),
    );
    expect(() => paper.step('exchanged', 'sign', as('official', failing))).toThrow(
      like({ code: 'common.forbidden', status: 403 }),
    );
    expect(() => paper.step('exchanged', 'sign', as('head', failing))).toThrow(
      like({ code: 'example.bracketsOpen', params: { count: 2 } }),
    );
    expect(() => paper.step('exchanged', 'sign', as('head', { sameHash: failing.sameHash }))).toThrow(
      like({ code: 'example.hashMoved', status: 409 }),
    );
  });

  it('asks no guard of a person who may not act', () => {
    const asked: Guard[] = [];
    const ask = (guard: Guard) => () => {
      asked.push(guard);
      return null;
    };
    const guards = { complete: ask('complete'), sameHash: ask('sameHash') };
    paper.allowedActions('exchanged', as('official', guards));
    expect(asked).toEqual([]);
    paper.allowedActions('exchanged', as('head', guards));
    expect(asked).toEqual(['complete', 'sameHash']);
  });

  it('lists the actions of a state with the reason of each refusal', () => {
    expect(paper.allowedActions('exchanged', as('head', { sameHash: () => errors.hashMoved.code }))).toEqual([
      { action: 'edit', allowed: false, reason: 'common.forbidden' },
      { action: 'sign', allowed: false, reason: 'example.hashMoved' },
      { action: 'withdraw', allowed: true, reason: null },
    ]);
    expect(paper.allowedActions('agreed', as('head'))).toEqual([]);
  });

  it('allows in every cell exactly what it lists', () => {
    const context = as('secretariat');
    for (const { state, action, transition } of paper.cells()) {
      const listed = paper.allowedActions(state, context).find((entry) => entry.action === action);
      expect(listed === undefined).toBe(transition === undefined);
      if (listed?.allowed) expect(paper.step(state, action, context)).toBe(transition?.to ?? state);
      else expect(() => paper.step(state, action, context)).toThrow();
    }
  });

  it('visits every state with every action', () => {
    const cells = [...paper.cells()];
    expect(cells).toHaveLength(paper.states.length * paper.actions.length);
    expect(cells.filter((cell) => cell.transition)).toHaveLength(6);
  });

  it('prints its table', () => {
    expect(paper.toMarkdown()).toBe(
      [
        '| action | from | to | who | guards |',
        '| --- | --- | --- | --- | --- |',
        '| edit | draft, exchanged | = | official, secretariat |  |',
        '| exchange | draft | exchanged | secretariat | complete |',
        '| sign | exchanged | agreed | head | complete, sameHash |',
        '| withdraw | draft, exchanged | withdrawn | head, secretariat |  |',
        '',
      ].join('\n'),
    );
  });

  it('refuses a table that contradicts itself', () => {
    const row = { action: 'go', from: ['a'], to: 'b', by: ['all'] } as const;
    const table = { name: 'x', states: ['a', 'b'], initial: 'a', transitions: [row] } as const;
    expect(() => defineLifecycle(table)).not.toThrow();
    expect(() => defineLifecycle({ ...table, transitions: [row, row] })).toThrow(/twoRows/u);
    expect(() => defineLifecycle({ ...table, states: ['a', 'b', 'c'] })).toThrow(/unreachableState x c/u);
    const stray: string[] = ['z'];
    expect(() =>
      defineLifecycle<string, string, string>({ ...table, transitions: [row, { ...row, from: stray }] }),
    ).toThrow(/unknownState x z/u);
  });
});
