import { commonErrors, defineLifecycle, type Actor, type Allowed, type Side } from '#core/kernel';

/**
 * A day or a soft period of one side: kept or withdrawn by that side's secretariat, never deleted, so that no rule brings it back
 * (domain.md 5). The other side and the administrator hold no key to it.
 */
export const calendarEntryLifecycle = defineLifecycle({
  name: 'calendar-entry',
  states: ['kept', 'withdrawn'],
  initial: 'kept',
  transitions: [
    { action: 'edit', from: ['kept'], by: ['ownSecretariat'] },
    { action: 'withdraw', from: ['kept'], to: 'withdrawn', by: ['ownSecretariat'] },
    { action: 'restore', from: ['withdrawn'], to: 'kept', by: ['ownSecretariat'] },
  ],
});

export type CalendarEntryStep = (typeof calendarEntryLifecycle.actions)[number];

interface Entry {
  readonly side: Side;
  readonly withdrawn: boolean;
}

export const keepsCalendarOf = (actor: Actor, side: Side): boolean =>
  actor.side === side && actor.roles.includes('secretariat');

/** The side whose calendar the actor keeps. @throws common.forbidden */
export function sideKeptBy(actor: Actor): Side {
  if (actor.side === null || !keepsCalendarOf(actor, actor.side)) throw commonErrors.forbidden();
  return actor.side;
}

/** Whether the entry is withdrawn after the step. @throws common.wrongState, common.forbidden */
export function stepEntry(entry: Entry, step: CalendarEntryStep, actor: Actor): boolean {
  return calendarEntryLifecycle.step(stateOf(entry), step, contextOf(entry, actor)) === 'withdrawn';
}

export const allowedEntrySteps = (entry: Entry, actor: Actor): Allowed[] =>
  calendarEntryLifecycle.allowedActions(stateOf(entry), contextOf(entry, actor));

/** What a reader may do with a calendar as a whole. */
export function allowedCalendarSteps(actor: Actor): Allowed[] {
  const allowed = actor.side !== null && keepsCalendarOf(actor, actor.side);
  const reason = allowed ? null : commonErrors.forbidden.code;
  return ['add', 'import', 'add-avoid-period'].map((action) => ({ action, allowed, reason }));
}

const stateOf = (entry: Entry): 'kept' | 'withdrawn' => (entry.withdrawn ? 'withdrawn' : 'kept');
const contextOf = (entry: Entry, actor: Actor) => ({
  is: { ownSecretariat: () => keepsCalendarOf(actor, entry.side) },
  guards: {},
});
