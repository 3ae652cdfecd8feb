import { defineLifecycle } from '#core/kernel';

export const translationStates = ['requested', 'in_work', 'delivered', 'checked', 'locked', 'cancelled'] as const;
export type TranslationState = (typeof translationStates)[number];

/**
 * The one table of a request (domain.md 3.5). `reopen` follows by itself when a source changes under work that was done; the same
 * rule stands in `forum.reopen_translations` for requests the changing side cannot see.
 */
export const translationLifecycle = defineLifecycle({
  name: 'translation',
  states: translationStates,
  initial: 'requested',
  transitions: [
    { action: 'assign', from: ['requested', 'in_work', 'delivered'], by: ['requester', 'secretariat'] },
    { action: 'start', from: ['requested'], to: 'in_work', by: ['translator'] },
    { action: 'translate', from: ['in_work'], by: ['translator'] },
    { action: 'deliver', from: ['in_work'], to: 'delivered', by: ['translator'], guards: ['unitsReady'] },
    { action: 'check', from: ['delivered'], to: 'checked', by: ['checker'], guards: ['notOwnWork', 'unitsReady'] },
    { action: 'return', from: ['delivered', 'checked'], to: 'in_work', by: ['checker'], guards: ['notOwnWork'] },
    { action: 'lock', from: ['checked'], to: 'locked', by: ['requester'], guards: ['unitsReady'] },
    { action: 'cancel', from: ['requested', 'in_work'], to: 'cancelled', by: ['requester'] },
    { action: 'reopen', from: ['in_work', 'delivered', 'checked', 'locked'], to: 'in_work', by: ['system'] },
  ],
});

/** What a person may be offered; the rest of the table follows by itself. */
export const translationOffers = [
  'assign',
  'start',
  'translate',
  'deliver',
  'check',
  'return',
  'lock',
  'cancel',
] as const;
export type TranslationStep = (typeof translationOffers)[number];

/** States in which somebody still owes work, so that a day can pass. */
export const UNFINISHED: readonly TranslationState[] = ['requested', 'in_work'];
