import { defineLifecycle, type Actor, type LifecycleContext } from '#core/kernel';

/**
 * A term is proposed, agreed, retired. Every change of what is agreed takes two keys; `dropped` is a proposed term that was refused or
 * taken back, and its code is free again.
 */
export const termLifecycle = defineLifecycle({
  name: 'glossary-term',
  states: ['proposed', 'agreed', 'retired', 'dropped'],
  initial: 'proposed',
  transitions: [
    { action: 'propose-change', from: ['proposed', 'agreed'], by: ['keyholder'] },
    { action: 'propose-retirement', from: ['agreed'], by: ['keyholder'] },
    { action: 'propose-restoration', from: ['retired'], by: ['keyholder'] },
    { action: 'agree', from: ['proposed', 'agreed', 'retired'], to: 'agreed', by: ['system'] },
    { action: 'retire', from: ['agreed'], to: 'retired', by: ['system'] },
    { action: 'drop', from: ['proposed'], to: 'dropped', by: ['system'] },
  ],
});

export type TermState = (typeof termLifecycle.states)[number];
export const termStates = termLifecycle.states;

/** What people may be offered on a term. */
export const termOffers: readonly string[] = ['propose-change', 'propose-retirement', 'propose-restoration'];

/** Keys are turned by secretariats and heads (domain.md 2). */
export function termContext(actor: Actor, system = false): LifecycleContext<'keyholder' | 'system', never> {
  return { is: { keyholder: () => holdsKey(actor), system: () => system }, guards: {} };
}

export function holdsKey({ side, roles }: Pick<Actor, 'side' | 'roles'>): boolean {
  return side !== null && (roles.includes('secretariat') || roles.includes('head'));
}
