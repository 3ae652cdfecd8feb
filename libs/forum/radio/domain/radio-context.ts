import { LANGUAGES, type Actor, type LifecycleContext, type LocalizedText, type Side } from '#core/kernel';
import { radioErrors } from './radio.errors.js';
import type { RadioState, RadioType } from './radio.types.js';

/** A resolved case whose band and area return within this time is the same case (domain.md 3.10). */
export const REOPEN_MONTHS = 24;

type Who =
  | 'ownDrafter'
  | 'reporter'
  | 'reporterLead'
  | 'otherDrafter'
  | 'eitherDrafter'
  | 'eitherLead'
  | 'translator'
  | 'keys'
  | 'record';
type Guard =
  | 'planned'
  | 'notPlanned'
  | 'complete'
  | 'measured'
  | 'measureAgreed'
  | 'nextCheckSet'
  | 'withinReopening'
  | 'positionDrafted';

/** What the rules ask of a case. */
export interface RadioFacts {
  readonly status: RadioState;
  readonly type: RadioType | null;
  readonly title: LocalizedText;
  readonly originSide: Side | null;
  readonly reportedSide: Side | null;
  readonly nextCheck: string | null;
  readonly bandCount: number;
  /** Measurements both sides see. */
  readonly measurementCount: number;
  readonly measureCount: number;
  /** True when the reader's own side has a position that is not exchanged. */
  readonly positionDrafted: boolean;
  /** True while a resolved case may still be reopened; by the database's clock. */
  readonly reopenable: boolean;
}

/** Types that nobody can measure on the air. */
const onPaper: readonly (RadioType | null)[] = ['planned_use', 'satellite_filing', 'wrc_position', 'standard'];

/** True for what can be measured on the air. */
export const isMeasurable = (type: RadioType | null): boolean => !onPaper.includes(type);

/** Types that may be about no band in particular. */
const withoutBand: readonly (RadioType | null)[] = ['wrc_position', 'standard'];

/** domain.md 2: secretariats and officials open cases and write positions; heads act for their side. */
export function mayDraftRadio(actor: Actor): boolean {
  return (
    actor.side !== null && (['secretariat', 'official', 'head'] as const).some((role) => actor.roles.includes(role))
  );
}

/** Secretariats and heads exchange and turn keys. */
export function leadsRadio(actor: Actor): boolean {
  return actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('head'));
}

/** Who the actor is to a case and what holds of it; another side's draft is never loaded. */
export function radioContext(issue: RadioFacts, actor: Actor, keys = false): LifecycleContext<Who, Guard> {
  const drafts = mayDraftRadio(actor);
  const leads = leadsRadio(actor);
  const reported = actor.side !== null && actor.side === issue.reportedSide;
  return {
    is: {
      ownDrafter: () => drafts && actor.side === issue.originSide,
      reporter: () => drafts && reported,
      reporterLead: () => leads && reported,
      otherDrafter: () => drafts && !reported,
      eitherDrafter: () => drafts,
      eitherLead: () => leads,
      translator: () =>
        actor.roles.includes('interpreter') ||
        (actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('official'))),
      keys: () => keys,
      record: () => false,
    },
    guards: {
      planned: () => (issue.type === 'planned_use' ? null : radioErrors.notPlanned()),
      notPlanned: () => (issue.type === 'planned_use' ? radioErrors.isPlanned() : null),
      complete: () => {
        if (issue.bandCount === 0 && !withoutBand.includes(issue.type)) return radioErrors.noBand();
        return hasMachineText(issue.title) ? radioErrors.machineText() : null;
      },
      measured: () => (issue.measurementCount > 0 || !isMeasurable(issue.type) ? null : radioErrors.notMeasured()),
      measureAgreed: () => (issue.measureCount > 0 ? null : radioErrors.noMeasureAgreed()),
      nextCheckSet: () => (issue.nextCheck === null ? radioErrors.noNextCheck() : null),
      withinReopening: () => (issue.reopenable ? null : radioErrors.reopeningOver({ months: REOPEN_MONTHS })),
      positionDrafted: () => (issue.positionDrafted ? null : radioErrors.positionMissing()),
    },
  };
}

/** True when a language of the text was made by a machine and seen by nobody: such text is never exchanged (domain.md 7). */
export const hasMachineText = (text: LocalizedText): boolean =>
  LANGUAGES.some((lang) => text[lang]?.status === 'machine');
