import { commonErrors, defineLifecycle, type Actor, type LifecycleContext } from '#core/kernel';
import { liveErrors } from './live.errors.js';
import { onTheFloor, openSegment, type RunRow } from './live.types.js';

export const runStates = ['before', 'between', 'item', 'break', 'over'] as const;
export type RunState = (typeof runStates)[number];

const running = ['between', 'item', 'break'] as const;

/**
 * The run of a session. Either secretariat says what is on; either secretariat or head gives the floor; what is written down needs
 * nobody's turn. It begins with the opening and ends when the session was held.
 */
export const runLifecycle = defineLifecycle({
  name: 'live',
  states: runStates,
  initial: 'before',
  transitions: [
    { action: 'open', from: ['before'], to: 'between', by: ['system'] },
    { action: 'go-to', from: running, to: 'item', by: ['secretariat'] },
    { action: 'take-break', from: ['between', 'item'], to: 'break', by: ['secretariat'] },
    { action: 'stop', from: ['item', 'break'], to: 'between', by: ['secretariat'] },
    { action: 'ask-floor', from: ['between', 'item'], by: ['delegation'] },
    { action: 'give-floor', from: ['between', 'item'], by: ['chair'], guards: ['somebodyWaits'] },
    { action: 'end-floor', from: ['between', 'item'], by: ['chair'], guards: ['somebodySpeaks'] },
    { action: 'capture-decision', from: running, by: ['drafter'] },
    { action: 'capture-action', from: running, by: ['chair'] },
    { action: 'add-note', from: running, by: ['delegation'] },
    { action: 'close', from: running, to: 'over', by: ['system'] },
  ],
});

/** What a person may be offered; the rest follows from the session. */
export const runOffers: readonly string[] = runLifecycle.actions.filter(
  (action) => action !== 'open' && action !== 'close',
);

/** Where a run stands: it follows from the session and from what is on. */
export function runState(run: RunRow): RunState {
  if (run.sessionState === 'held' || run.sessionState === 'closed') return 'over';
  if (run.sessionState !== 'in_session') return 'before';
  const open = openSegment(run);
  if (!open) return 'between';
  return open.itemId === null ? 'break' : 'item';
}

type Who = 'secretariat' | 'chair' | 'drafter' | 'delegation' | 'system';

/** domain.md 2: who speaks for a side in the room, and who belongs to its delegation. */
export function runContext(
  run: RunRow,
  actor: Actor,
  system = false,
): LifecycleContext<Who, 'somebodyWaits' | 'somebodySpeaks'> {
  const any = (...roles: readonly ('secretariat' | 'head' | 'official' | 'delegate')[]) =>
    actor.side !== null && roles.some((role) => actor.roles.includes(role));
  const itemId = openSegment(run)?.itemId ?? null;
  return {
    is: {
      secretariat: () => any('secretariat'),
      chair: () => any('secretariat', 'head'),
      drafter: () => any('secretariat', 'head', 'official'),
      delegation: () => any('secretariat', 'head', 'official', 'delegate'),
      system: () => system,
    },
    guards: {
      somebodyWaits: () =>
        run.speakers.some((speaker) => speaker.state === 'requested' && speaker.itemId === itemId)
          ? null
          : liveErrors.nobodyWaiting(),
      somebodySpeaks: () => (onTheFloor(run) ? null : liveErrors.nobodySpeaking()),
    },
  };
}

/** @throws live.notRunning before the opening and after the end, common.forbidden, common.wrongState, what a guard says */
export function stepRun(run: RunRow, action: (typeof runLifecycle.actions)[number], actor: Actor): RunState {
  const state = runState(run);
  if (action !== 'open' && (state === 'before' || state === 'over')) {
    const row = runLifecycle.transitions.find((transition) => transition.action === action);
    const { is } = runContext(run, actor);
    if (row && !row.by.some((who) => is[who]())) throw commonErrors.forbidden();
    throw liveErrors.notRunning();
  }
  return runLifecycle.step(state, action, runContext(run, actor, action === 'open' || action === 'close'));
}
