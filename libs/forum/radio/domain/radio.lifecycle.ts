import { defineLifecycle } from '#core/kernel';
import { RADIO_STATES } from './radio.types.js';

const living = [
  'reported',
  'acknowledged',
  'under_measurement',
  'under_coordination',
  'mitigated',
  'monitoring',
] as const;

/**
 * A case of the radio register (domain.md 3.10). It is its side's own until `report`; what is planned goes straight to coordination
 * (`report-plan`). One key edits and withdraws a first report alone: what was ever acknowledged, or is of the record, is of both sides, also
 * when it is reported again. `change` and `resolve` propose: both keys make the change. `unknown` is history that was never followed up.
 */
export const radioLifecycle = defineLifecycle({
  name: 'radio-issue',
  states: RADIO_STATES,
  initial: 'draft',
  transitions: [
    { action: 'edit', from: ['draft'], by: ['ownDrafter'] },
    { action: 'edit', from: ['reported'], by: ['reporter'] },
    { action: 'report', from: ['draft'], to: 'reported', by: ['ownDrafter'], guards: ['notPlanned', 'complete'] },
    {
      action: 'report-plan',
      from: ['draft'],
      to: 'under_coordination',
      by: ['ownDrafter'],
      guards: ['planned', 'complete'],
    },
    { action: 'withdraw', from: ['draft'], to: 'withdrawn', by: ['ownDrafter'] },
    { action: 'withdraw', from: ['reported'], to: 'withdrawn', by: ['reporterLead'] },
    { action: 'acknowledge', from: ['reported'], to: 'acknowledged', by: ['otherDrafter'] },
    { action: 'start-measurement', from: ['acknowledged'], to: 'under_measurement', by: ['eitherDrafter'] },
    {
      action: 'start-coordination',
      from: ['acknowledged', 'under_measurement'],
      to: 'under_coordination',
      by: ['eitherDrafter'],
      guards: ['measured'],
    },
    {
      action: 'mitigate',
      from: ['under_coordination'],
      to: 'mitigated',
      by: ['eitherDrafter'],
      guards: ['measureAgreed'],
    },
    { action: 'monitor', from: ['mitigated'], to: 'monitoring', by: ['eitherDrafter'], guards: ['nextCheckSet'] },
    {
      action: 'return-to-coordination',
      from: ['mitigated', 'monitoring'],
      to: 'under_coordination',
      by: ['eitherDrafter'],
    },
    { action: 'resolve', from: ['mitigated', 'monitoring'], by: ['eitherLead'] },
    { action: 'carry-resolve', from: ['mitigated', 'monitoring'], to: 'resolved', by: ['keys'] },
    { action: 'reopen', from: ['resolved'], to: 'reported', by: ['eitherDrafter'], guards: ['withinReopening'] },
    // Nobody makes a case unknown: only the import of the record leaves one so.
    { action: 'leave-unknown', from: ['unknown'], to: 'unknown', by: ['record'] },
    { action: 'take-up', from: ['unknown'], to: 'reported', by: ['eitherDrafter'] },
    { action: 'change', from: [...living, 'unknown'], by: ['eitherLead'] },
    { action: 'agree-measure', from: ['under_coordination', 'mitigated', 'monitoring'], by: ['eitherLead'] },
    { action: 'write-position', from: ['draft', ...living, 'unknown'], by: ['eitherDrafter'] },
    { action: 'exchange-position', from: [...living, 'unknown'], by: ['eitherLead'], guards: ['positionDrafted'] },
    { action: 'measure', from: ['draft', ...living, 'unknown'], by: ['eitherDrafter'] },
    { action: 'set-next-check', from: [...living, 'unknown'], by: ['eitherDrafter'] },
    { action: 'raise', from: [...living, 'unknown'], by: ['eitherLead'] },
    { action: 'link', from: ['draft', ...living, 'resolved', 'unknown'], by: ['eitherDrafter'] },
    { action: 'translate', from: ['draft', ...living, 'resolved', 'unknown'], by: ['translator'] },
  ],
});

export type RadioAction = (typeof radioLifecycle.actions)[number];

/** What a person may be offered; the rest follows from two keys. */
export const radioOffers: readonly string[] = radioLifecycle.actions.filter(
  (action) => action !== 'carry-resolve' && action !== 'leave-unknown',
);

/** States in which a case is worked on. */
export const LIVING_STATES: readonly (typeof RADIO_STATES)[number][] = living;
