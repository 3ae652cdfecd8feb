import { defineLifecycle, type Actor, type LifecycleContext } from '#core/kernel';
import type { SpeakerRow } from './live.types.js';

export const speakerStates = ['requested', 'speaking', 'spoken', 'skipped', 'withdrawn'] as const;
export type SpeakerState = (typeof speakerStates)[number];

/** One wish to speak. Who was passed over asks again. */
export const speakerLifecycle = defineLifecycle({
  name: 'live-speaker',
  states: speakerStates,
  initial: 'requested',
  transitions: [
    { action: 'give-floor', from: ['requested'], to: 'speaking', by: ['chair'] },
    { action: 'skip', from: ['requested'], to: 'skipped', by: ['chair'] },
    { action: 'withdraw', from: ['requested'], to: 'withdrawn', by: ['ownSide'] },
    { action: 'end-floor', from: ['speaking'], to: 'spoken', by: ['chair', 'system'] },
  ],
});

export function speakerContext(
  speaker: Pick<SpeakerRow, 'side'>,
  actor: Actor,
  system = false,
): LifecycleContext<'chair' | 'ownSide' | 'system', never> {
  return {
    is: {
      chair: () => actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('head')),
      ownSide: () => actor.side === speaker.side,
      system: () => system,
    },
    guards: {},
  };
}
