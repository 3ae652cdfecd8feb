import { defineLifecycle } from '#core/kernel';

const beforeTheDay = ['date_agreed', 'preparing', 'ready'] as const;

/**
 * A session from the first idea to its end (domain.md 3.3). `to` absent: a fact is added, the state stays. `system` rows follow from both
 * keys. An idea is its side's own (`isDraft`) until it is proposed; from then on it stands in the table of both (`isShared`).
 */
export const sessionLifecycle = defineLifecycle({
  name: 'session',
  states: ['proposed', 'date_agreed', 'preparing', 'ready', 'in_session', 'held', 'closed', 'postponed', 'cancelled'],
  initial: 'proposed',
  transitions: [
    { action: 'edit-draft', from: ['proposed'], by: ['secretariat'], guards: ['isDraft'] },
    { action: 'propose', from: ['proposed'], by: ['secretariat', 'head'], guards: ['isDraft'] },
    {
      action: 'arrange',
      from: ['proposed', ...beforeTheDay, 'postponed'],
      by: ['secretariat', 'head'],
      guards: ['isShared'],
    },
    { action: 'agree-date', from: ['proposed', 'date_agreed', 'postponed'], to: 'date_agreed', by: ['system'] },
    { action: 'agree-date', from: ['preparing', 'ready'], to: 'preparing', by: ['system'] },
    { action: 'start-preparing', from: ['date_agreed'], to: 'preparing', by: ['secretariat'] },
    { action: 'mark-ready', from: ['preparing'], to: 'ready', by: ['secretariat'], guards: ['nothingBlocks'] },
    { action: 'open', from: ['ready'], to: 'in_session', by: ['secretariat', 'head'], guards: ['theDayHasCome'] },
    { action: 'hold', from: ['in_session'], to: 'held', by: ['secretariat'], guards: ['theEndHasPassed'] },
    { action: 'close', from: ['held'], to: 'closed', by: ['secretariat', 'head'], guards: ['nothingOpen'] },
    { action: 'propose-level', from: beforeTheDay, by: ['secretariat', 'head'], guards: ['levelMayChange'] },
    { action: 'change-level', from: beforeTheDay, by: ['system'], guards: ['levelMayChange'] },
    {
      action: 'postpone',
      from: ['proposed', ...beforeTheDay],
      to: 'postponed',
      by: ['secretariat', 'head'],
      guards: ['isShared'],
    },
    {
      action: 'cancel',
      from: ['proposed', ...beforeTheDay, 'postponed'],
      to: 'cancelled',
      by: ['secretariat', 'head'],
    },
    {
      action: 'correct-ordinal',
      from: [...beforeTheDay, 'in_session', 'held', 'closed', 'postponed'],
      by: ['secretariat'],
    },
    {
      action: 'edit-programme',
      from: ['proposed', ...beforeTheDay, 'in_session', 'postponed'],
      by: ['secretariat', 'head'],
    },
  ],
});

export const sessionStates = sessionLifecycle.states;
export type SessionState = (typeof sessionLifecycle.states)[number];

/** Steps that need nothing but the version; the other actions carry words, dates or numbers. */
export const sessionSteps = ['start-preparing', 'mark-ready', 'open', 'hold', 'close'] as const;
export type SessionStep = (typeof sessionSteps)[number];
export type SessionAction = (typeof sessionLifecycle.actions)[number];

/** What only drafts know, what drafts do not know, and what follows by itself: left out of what people are offered. */
export const draftActions: readonly string[] = ['edit-draft', 'propose'];
export const sharedActions: readonly string[] = ['arrange', 'postpone'];
export const systemActions: readonly string[] = ['agree-date', 'change-level'];

const LIVING: readonly SessionState[] = [...beforeTheDay, 'in_session', 'held'];

/** True while both sides work on an agreed date or its results: the states with deadlines and readiness. */
export function isLiving(state: SessionState): boolean {
  return LIVING.includes(state);
}
