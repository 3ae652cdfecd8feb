import { defineLifecycle, type Actor, type LifecycleContext } from '#core/kernel';
import { isOpenFor } from './delegation-context.js';
import { delegationsErrors } from './delegations.errors.js';
import type { SessionOfList } from './delegations.types.js';
import type { InterpretationRow } from './interpretation.types.js';

/** The host's secretariat arranges and confirms (domain.md 4, owner of "interpretation, equipment"); any later change takes the confirmation back. */
export const interpretationLifecycle = defineLifecycle({
  name: 'interpretation',
  states: ['open', 'confirmed'],
  initial: 'open',
  transitions: [
    { action: 'arrange', from: ['open', 'confirmed'], to: 'open', by: ['hostSecretariat'], guards: ['sessionOpen'] },
    {
      action: 'confirm',
      from: ['open'],
      to: 'confirmed',
      by: ['hostSecretariat'],
      guards: ['sessionOpen', 'complete'],
    },
    { action: 'name-interpreter', from: ['open', 'confirmed'], by: ['secretariat'], guards: ['sessionOpen'] },
    { action: 'list-paper', from: ['open', 'confirmed'], by: ['secretariat', 'official'], guards: ['sessionOpen'] },
  ],
});

export type InterpretationState = (typeof interpretationLifecycle.states)[number];

export function interpretationState(row: Pick<InterpretationRow, 'confirmedAt'>): InterpretationState {
  return row.confirmedAt === null ? 'open' : 'confirmed';
}

/** A session without a host is arranged by either secretariat. */
export function interpretationContext(
  row: InterpretationRow,
  session: SessionOfList,
  actor: Actor,
): LifecycleContext<'hostSecretariat' | 'secretariat' | 'official', 'sessionOpen' | 'complete'> {
  const secretariat = actor.side !== null && actor.roles.includes('secretariat');
  return {
    is: {
      hostSecretariat: () => secretariat && (session.hostSide === null || session.hostSide === actor.side),
      secretariat: () => secretariat,
      official: () => actor.side !== null && actor.roles.includes('official'),
    },
    guards: {
      sessionOpen: () => (isOpenFor(session.state) ? null : delegationsErrors.sessionOver()),
      complete: () =>
        row.direction === null || row.mode === null || row.provider === null
          ? delegationsErrors.interpretationIncomplete()
          : null,
    },
  };
}
