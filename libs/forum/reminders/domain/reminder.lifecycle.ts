import { defineLifecycle, type Actor, type Allowed, type LifecycleContext, type Side } from '#core/kernel';
import { REMINDER_STATES, type ReminderState } from './reminder.types.js';

/**
 * The one table of a reminder. The worker's moves follow by themselves; what the relay left open, a person of the reader's
 * secretariat settles. `mend_reminders` writes what is decided here.
 */
export const reminderLifecycle = defineLifecycle({
  name: 'reminder',
  states: REMINDER_STATES,
  initial: 'planned',
  transitions: [
    { action: 'hand-over', from: ['planned'], to: 'queued', by: ['worker'] },
    { action: 'take', from: ['queued', 'in_doubt'], to: 'sending', by: ['worker'] },
    { action: 'deliver', from: ['sending'], to: 'sent', by: ['worker'] },
    { action: 'doubt', from: ['sending'], to: 'in_doubt', by: ['worker'] },
    { action: 'drop', from: ['planned', 'queued', 'sending'], to: 'cancelled', by: ['worker'] },
    { action: 'give-up', from: ['sending'], to: 'failed', by: ['worker'] },
    { action: 'retry', from: ['failed'], to: 'planned', by: ['secretariat'] },
    { action: 'arrived', from: ['in_doubt'], to: 'sent', by: ['secretariat'] },
    { action: 'send-again', from: ['in_doubt'], by: ['secretariat'] },
    { action: 'resend', from: ['sent'], to: 'planned', by: ['secretariat'] },
  ],
});

/** What a person may do. */
export const DESK_ACTS = ['retry', 'arrived', 'send-again', 'resend'] as const;
export type DeskAct = (typeof DESK_ACTS)[number];

/** Who stands before a reminder of `side`. */
export function reminderContext(actor: Actor, side: Side): LifecycleContext<'worker' | 'secretariat', never> {
  return {
    is: { worker: () => false, secretariat: () => keepsDesk(actor) && actor.side === side },
    guards: {},
  };
}

/** A side's desk is kept by its secretariat (domain.md 2). */
export function keepsDesk(actor: Actor): boolean {
  return actor.side !== null && actor.roles.includes('secretariat');
}

export function allowedDeskActs(actor: Actor, state: ReminderState, side: Side): Allowed[] {
  const offers: readonly string[] = DESK_ACTS;
  return reminderLifecycle
    .allowedActions(state, reminderContext(actor, side))
    .filter(({ action }) => offers.includes(action));
}
