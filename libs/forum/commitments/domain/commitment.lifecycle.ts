import {
  commonErrors,
  defineLifecycle,
  type Actor,
  type Allowed,
  type LifecycleContext,
  type Side,
} from '#core/kernel';
import {
  OPEN_STATUSES as open,
  type CommitmentStatus,
  type InstrumentState,
  type Strength,
} from './commitment.types.js';
import { commitmentsErrors } from './commitments.errors.js';

const ended = ['fulfilled', 'fulfilled_differently', 'lapsed', 'superseded', 'closed_with_event'] as const;

/**
 * The course of a commitment (domain.md 3.8). Each step needs evidence; a step of what both sides stand behind is proposed by one and
 * takes effect with the other's key, a step of one side's intent or proposal is that side's alone. `record` follows from the two keys on
 * its instrument.
 */
export const commitmentLifecycle = defineLifecycle({
  name: 'commitment',
  states: ['proposed', ...open, ...ended],
  initial: 'proposed',
  transitions: [
    { action: 'record', from: ['proposed'], to: 'recorded', by: ['system'] },
    { action: 'take-up', from: ['proposed'], to: 'in_progress', by: ['ownLead'], guards: ['isOnesOwn', 'isDuty'] },
    { action: 'assign', from: ['recorded'], to: 'assigned', by: ['lead'], guards: ['isDuty'] },
    { action: 'start', from: ['recorded', 'assigned'], to: 'in_progress', by: ['lead'], guards: ['isDuty'] },
    {
      action: 'fulfil-partly',
      from: ['recorded', 'assigned', 'in_progress'],
      to: 'partly',
      by: ['lead'],
      guards: ['isDuty'],
    },
    { action: 'fulfil', from: open, to: 'fulfilled', by: ['lead'], guards: ['isDuty'] },
    { action: 'fulfil-differently', from: open, to: 'fulfilled_differently', by: ['lead'], guards: ['isDuty'] },
    { action: 'close-with-event', from: open, to: 'closed_with_event', by: ['lead'], guards: ['isDuty'] },
    { action: 'supersede', from: open, to: 'superseded', by: ['lead'], guards: ['isDuty'] },
    { action: 'lapse', from: open, to: 'lapsed', by: ['lead'], guards: ['isDuty'] },
    { action: 'drop', from: ['proposed'], to: 'lapsed', by: ['ownLead'], guards: ['isOnesOwn', 'isDuty'] },
    { action: 'reopen', from: ended, to: 'in_progress', by: ['lead'], guards: ['isDuty'] },
  ],
});

type Live = (typeof commitmentLifecycle.states)[number];

/** What a person may do; the rest follows by itself. */
export const COMMITMENT_STEPS = commitmentLifecycle.actions.filter((action) => action !== 'record');
export type CommitmentStep = (typeof COMMITMENT_STEPS)[number];
const OFFERED: readonly string[] = COMMITMENT_STEPS;

/** What the rules ask about one commitment. */
export interface CommitmentFacts {
  readonly status: CommitmentStatus;
  readonly strength: Strength;
  readonly strengthSide: Side | null;
  readonly chapeau: boolean;
  /** State of its instrument; null when it has none. */
  readonly instrumentState: InstrumentState | null;
}

/** True when a change takes the other side's key: all but one side's own intent or proposal. */
export const isShared = ({ strengthSide }: Pick<CommitmentFacts, 'strengthSide'>): boolean => strengthSide === null;

/** Secretariats and heads act for their whole side. */
export function leads(actor: Actor): boolean {
  return actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('head'));
}

/** Of the record's `unknown` nobody knows how far it came: it stands where a recorded one stands. */
const stateOf = (status: CommitmentStatus): Live => (status === 'unknown' ? 'recorded' : status);

/** The status after a step. @throws common.wrongState, common.forbidden, commitments.isChapeau, commitments.notRecorded */
export function nextStatus(facts: CommitmentFacts, step: CommitmentStep, actor: Actor): Live {
  if (isPending(facts)) throw commitmentsErrors.notRecorded();
  return commitmentLifecycle.step(stateOf(facts.status), step, contextOf(facts, actor));
}

/** What the actor may do now, with the reason of each refusal; `details` besides the steps. */
export function commitmentOffers(facts: CommitmentFacts, actor: Actor): Allowed[] {
  if (isPending(facts)) return [];
  const steps = commitmentLifecycle
    .allowedActions(stateOf(facts.status), contextOf(facts, actor))
    .filter(({ action }) => OFFERED.includes(action) && (!OWN_ONLY.includes(action) || !isShared(facts)));
  const allowed = mayChange(facts, actor);
  return [...steps, { action: 'details', allowed, reason: allowed ? null : commonErrors.forbidden.code }];
}

const OWN_ONLY: readonly string[] = ['take-up', 'drop'];

/** Who may change a commitment, or propose to: either side what is shared, its own side what is one's own. */
export function mayChange({ strengthSide }: Pick<CommitmentFacts, 'strengthSide'>, actor: Actor): boolean {
  return leads(actor) && (strengthSide === null || strengthSide === actor.side);
}

/** Its instrument waits for keys: nothing has been promised yet. */
const isPending = ({ instrumentState }: CommitmentFacts): boolean =>
  instrumentState !== null && instrumentState !== 'recorded';

function contextOf(
  facts: CommitmentFacts,
  actor: Actor,
): LifecycleContext<'lead' | 'ownLead' | 'system', 'isDuty' | 'isOnesOwn'> {
  return {
    is: {
      lead: () => mayChange(facts, actor),
      ownLead: () => leads(actor) && facts.strengthSide === actor.side,
      system: () => false,
    },
    guards: {
      isDuty: () => (facts.chapeau ? commitmentsErrors.isChapeau() : null),
      isOnesOwn: () => (isShared(facts) ? commonErrors.forbidden() : null),
    },
  };
}
