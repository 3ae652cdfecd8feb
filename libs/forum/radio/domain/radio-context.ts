import {
  isStale,
  LANGUAGES,
  type Actor,
  type DomainError,
  type LifecycleContext,
  type LocalizedText,
  type Side,
} from '#core/kernel';
import { agendaErrors } from '#forum/agenda';
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
  readonly regions: LocalizedText | null;
  readonly stations: LocalizedText | null;
  readonly originSide: Side | null;
  readonly reportedSide: Side | null;
  /** True until the case is acknowledged for the first time; never of a case of the record. */
  readonly firstReport: boolean;
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
      reporter: () => drafts && reported && issue.firstReport,
      reporterLead: () => leads && reported && issue.firstReport,
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
        return unfitToShow([issue.title, issue.regions, issue.stations]);
      },
      measured: () => (issue.measurementCount > 0 || !isMeasurable(issue.type) ? null : radioErrors.notMeasured()),
      measureAgreed: () => (issue.measureCount > 0 ? null : radioErrors.noMeasureAgreed()),
      nextCheckSet: () => (issue.nextCheck === null ? radioErrors.noNextCheck() : null),
      withinReopening: () => (issue.reopenable ? null : radioErrors.reopeningOver({ months: REOPEN_MONTHS })),
      positionDrafted: () => (issue.positionDrafted ? null : radioErrors.positionMissing()),
    },
  };
}

/**
 * Why texts may not be shown to the other side yet: a language that a machine made and nobody saw, or one that says what an earlier state
 * of the draft said (domain.md 7).
 */
export function unfitToShow(texts: readonly (LocalizedText | null)[]): DomainError | null {
  for (const text of texts) {
    if (text === null) continue;
    if (LANGUAGES.some((lang) => text[lang]?.status === 'machine')) return radioErrors.machineText();
    const lang = LANGUAGES.find((one) => isStale(text, one));
    if (lang) return agendaErrors.textStale({ lang });
  }
  return null;
}
