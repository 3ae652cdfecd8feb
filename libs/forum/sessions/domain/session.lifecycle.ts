import { defineLifecycle } from '#core/kernel';

export const sessionStates = [
  'proposed',
  'date_agreed',
  'preparing',
  'ready',
  'in_session',
  'held',
  'closed',
  'postponed',
  'cancelled',
] as const;
export type SessionState = (typeof sessionStates)[number];

/** Steps of a session between the agreed date and its end (domain.md 3.3). `to` absent: a fact is added, the state stays. */
export const sessionLifecycle = defineLifecycle({
  name: 'session',
  states: ['date_agreed', 'preparing', 'ready', 'in_session', 'held'],
  initial: 'date_agreed',
  transitions: [
    { action: 'start-preparing', from: ['date_agreed'], to: 'preparing', by: ['secretariat'] },
    { action: 'mark-ready', from: ['preparing'], to: 'ready', by: ['secretariat'], guards: ['nothingBlocks'] },
    { action: 'open', from: ['ready'], to: 'in_session', by: ['secretariat', 'head'], guards: ['theDayHasCome'] },
    { action: 'hold', from: ['in_session'], to: 'held', by: ['secretariat'], guards: ['theEndHasPassed'] },
  ],
});

export type SessionStep = (typeof sessionLifecycle.actions)[number];
type LivingState = (typeof sessionLifecycle.states)[number];

/** True for the states in which the lifecycle above knows steps. */
export function isLiving(state: SessionState): state is LivingState {
  return sessionLifecycle.states.some((known) => known === state);
}
