import { commonErrors } from './common-errors.js';
import { DomainError, errorOf } from './domain-error.js';

/** One row of a lifecycle: who may do what from where, and what must hold. An absent `to` keeps the state. */
export interface Transition<S extends string, A extends string, W extends string, G extends string> {
  readonly action: A;
  readonly from: readonly S[];
  readonly to?: S;
  /** Any one of these is enough. */
  readonly by: readonly W[];
  /** All of these must hold; checked in this order. */
  readonly guards?: readonly G[];
}

export interface LifecycleTable<S extends string, A extends string, W extends string, G extends string> {
  readonly name: string;
  readonly states: readonly S[];
  readonly initial: S;
  readonly transitions: readonly Transition<NoInfer<S>, A, W, G>[];
}

/** Why not: a declared error code or the error itself (with params); null when it holds. */
export type Refusal = string | DomainError | null;

/** The facts of one object and one actor, asked lazily: `is` says whether the actor is meant by a word of `by`. */
export interface LifecycleContext<W extends string, G extends string> {
  readonly is: { readonly [K in W]: () => boolean };
  readonly guards: { readonly [K in G]: () => Refusal };
}

/** One entry of a view's `allowedActions`. `reason` is an error code. */
export interface Allowed<A extends string = string> {
  readonly action: A;
  readonly allowed: boolean;
  readonly reason: string | null;
}

export interface Lifecycle<S extends string, A extends string, W extends string, G extends string> {
  readonly name: string;
  readonly states: readonly S[];
  readonly initial: S;
  readonly actions: readonly A[];
  readonly transitions: readonly Transition<S, A, W, G>[];
  /** The row of an action in a state, or undefined when the action does not exist there. */
  find(state: S, action: A): Transition<S, A, W, G> | undefined;
  /** The actions that leave or keep this state, in table order, with the reason of a refusal. */
  allowedActions(state: S, context: LifecycleContext<W, G>): Allowed<A>[];
  /** The next state. Throws common.wrongState, common.forbidden or what the first failing guard says. */
  step(state: S, action: A, context: LifecycleContext<W, G>): S;
  /** Every state × every action, for tests and documentation. */
  cells(): Generator<{
    readonly state: S;
    readonly action: A;
    readonly transition: Transition<S, A, W, G> | undefined;
  }>;
  /** The table for a README. */
  toMarkdown(): string;
}

/**
 * One table drives enforcement, `allowedActions`, documentation and tests (design.md 2.7). Throws a TypeError for a table that
 * contradicts itself: an unknown or unreachable state, or two rows for one action in one state.
 */
export function defineLifecycle<
  const S extends string,
  const A extends string = never,
  const W extends string = never,
  const G extends string = never,
>(table: LifecycleTable<S, A, W, G>): Lifecycle<S, A, W, G> {
  check(table);
  const { name, states, initial, transitions } = table;
  const actions = [...new Set(transitions.map((row) => row.action))];
  const find = (state: S, action: A) => transitions.find((row) => row.action === action && row.from.includes(state));

  return {
    name,
    states,
    initial,
    actions,
    transitions,
    find,
    allowedActions: (state, context) =>
      transitions
        .filter((row) => row.from.includes(state))
        .map((row) => {
          const found = refusal(row, context);
          const reason = found instanceof DomainError ? found.code : found;
          return { action: row.action, allowed: reason === null, reason };
        }),
    step: (state, action, context) => {
      const row = find(state, action);
      if (!row) throw commonErrors.wrongState({ lifecycle: name, state, action });
      const found = refusal(row, context);
      if (found !== null) throw found instanceof DomainError ? found : errorOf(found);
      return row.to ?? state;
    },
    *cells() {
      for (const state of states)
        for (const action of actions) yield { state, action, transition: find(state, action) };
    },
    toMarkdown: () => markdown(transitions),
  };
}

/** Codes stay codes: a list asks for thousands of reasons, and an error of each would look for its place in the program. */
function refusal<S extends string, A extends string, W extends string, G extends string>(
  row: Transition<S, A, W, G>,
  context: LifecycleContext<W, G>,
): Refusal {
  const { is, guards } = context;
  if (!row.by.some((who) => is[who]())) return commonErrors.forbidden.code;
  for (const guard of row.guards ?? []) {
    const found = guards[guard]();
    if (found !== null) return found;
  }
  return null;
}

function check<S extends string>(table: LifecycleTable<S, string, string, string>): void {
  const { name, states, initial, transitions } = table;
  const seen = new Set<string>();
  for (const row of transitions) {
    for (const state of row.from) {
      const cell = `${state} ${row.action}`;
      if (seen.has(cell)) throw new TypeError(`lifecycle.twoRows ${name} ${cell}`);
      seen.add(cell);
    }
  }
  const named = [initial, ...transitions.flatMap((row) => [...row.from, ...(row.to ? [row.to] : [])])];
  const unknown = named.find((state) => !states.includes(state));
  if (unknown !== undefined) throw new TypeError(`lifecycle.unknownState ${name} ${unknown}`);
  const lost = states.find((state) => state !== initial && !transitions.some((row) => row.to === state));
  if (lost !== undefined) throw new TypeError(`lifecycle.unreachableState ${name} ${lost}`);
}

function markdown(transitions: readonly Transition<string, string, string, string>[]): string {
  const rows = transitions.map((row) =>
    [row.action, row.from.join(', '), row.to ?? '=', row.by.join(', '), (row.guards ?? []).join(', ')].join(' | '),
  );
  return ['action | from | to | who | guards', '--- | --- | --- | --- | ---', ...rows]
    .map((row) => `| ${row} |\n`)
    .join('');
}
