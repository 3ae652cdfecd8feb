import {
  commonErrors,
  defineLifecycle,
  type Actor,
  type Allowed,
  type LifecycleContext,
  type Side,
} from '#core/kernel';
import { leads } from './commitment.lifecycle.js';
import { INSTRUMENT_STATES, type InstrumentState } from './commitment.types.js';
import { commitmentsErrors } from './commitments.errors.js';

/**
 * An instrument from its draft to the two keys (domain.md 3.8, design.md decision 1). A draft is its side's own; `propose` shows it to both
 * sides and turns the first key; what was refused or taken back is returned and may be worked on by either side.
 */
export const instrumentLifecycle = defineLifecycle({
  name: 'instrument',
  states: INSTRUMENT_STATES,
  initial: 'draft',
  transitions: [
    { action: 'edit', from: ['draft'], by: ['ownDrafter'] },
    { action: 'edit', from: ['returned'], by: ['lead'] },
    { action: 'propose', from: ['draft'], to: 'proposed', by: ['ownLead'], guards: ['clausesThere', 'textsComplete'] },
    { action: 'propose', from: ['returned'], to: 'proposed', by: ['lead'], guards: ['clausesThere', 'textsComplete'] },
    { action: 'record', from: ['proposed'], to: 'recorded', by: ['system'] },
    { action: 'return', from: ['proposed'], to: 'returned', by: ['system'] },
    { action: 'withdraw', from: ['draft', 'returned'], to: 'withdrawn', by: ['ownLead'] },
  ],
});

export type InstrumentAction = (typeof instrumentLifecycle.actions)[number];

const OFFERS: readonly InstrumentAction[] = ['edit', 'propose', 'withdraw'];

export interface InstrumentFacts {
  readonly state: InstrumentState;
  readonly originSide: Side | null;
  readonly clauseCount: number;
  /** Languages still to be written or checked, over name and clauses. */
  readonly gaps: number;
}

/** domain.md 2: secretariat, official and head draft for their side. */
export function drafts(actor: Actor): boolean {
  return leads(actor) || (actor.side !== null && actor.roles.includes('official'));
}

export function instrumentContext(
  facts: InstrumentFacts,
  actor: Actor,
  system = false,
): LifecycleContext<'ownDrafter' | 'ownLead' | 'lead' | 'system', 'clausesThere' | 'textsComplete'> {
  const own = facts.originSide !== null && facts.originSide === actor.side;
  return {
    is: {
      ownDrafter: () => own && drafts(actor),
      ownLead: () => own && leads(actor),
      lead: () => facts.originSide !== null && leads(actor),
      system: () => system,
    },
    guards: {
      clausesThere: () => (facts.clauseCount > 0 ? null : commitmentsErrors.clausesMissing()),
      textsComplete: () => (facts.gaps > 0 ? commitmentsErrors.textsOpen({ count: facts.gaps }) : null),
    },
  };
}

export function instrumentOffers(facts: InstrumentFacts, actor: Actor): Allowed[] {
  return instrumentLifecycle
    .allowedActions(facts.state, instrumentContext(facts, actor))
    .filter(({ action }) => OFFERS.includes(action));
}

/** The Korean check of an arrangement (domain.md 3.8) is its own side's matter. */
export function checkOffer(actor: Actor): Allowed {
  const allowed = actor.side === CHECKING_SIDE && leads(actor);
  return { action: 'check', allowed, reason: allowed ? null : commonErrors.forbidden.code };
}

/** The law that asks for consultation and posting is Korean (domain.md 3.8); the other side has no such rule. */
export const CHECKING_SIDE: Side = 'kr';
