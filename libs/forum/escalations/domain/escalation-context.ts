import { commonErrors, textGaps, type Actor, type FieldFault, type LifecycleContext } from '#core/kernel';
import { RADIO_LEVELS } from '#forum/radio';
import { escalationsErrors } from './escalations.errors.js';
import { escalationTexts, type EscalationRow, type LadderLevel } from './escalation.types.js';
import type { Matter } from './matter.types.js';

type Who = 'ownDrafter' | 'ownLead' | 'eitherLead' | 'translator' | 'system';
type Guard = 'matterOpen' | 'notUnderWay' | 'higher' | 'textsComplete' | 'hasChannel';

/** domain.md 2: secretariat, official and head draft for their side. */
export function mayDraft(actor: Actor): boolean {
  return (
    actor.side !== null && (['secretariat', 'official', 'head'] as const).some((role) => actor.roles.includes(role))
  );
}

/** True when one level stands above the other. */
export const isAbove = (level: LadderLevel, than: LadderLevel): boolean =>
  RADIO_LEVELS.indexOf(level) > RADIO_LEVELS.indexOf(than);

/** The channel whose next session is to deal with it: the higher one, or after a return the one it was given back to. */
export const channelOf = (row: Pick<EscalationRow, 'state' | 'to' | 'events'>): string | null =>
  (row.state === 'returned' ? row.events.findLast(({ kind }) => kind === 'returned')?.channel : row.to)?.id ?? null;

/**
 * Who the actor is to a rise and what holds of it.
 * @param matter what it is about, as the actor may see it; undefined when there is nothing to see
 */
export function escalationContext(
  row: EscalationRow,
  matter: Matter | undefined,
  actor: Actor,
  system = false,
): LifecycleContext<Who, Guard> {
  const own = actor.side === row.side;
  const leads = actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('head'));
  return {
    is: {
      ownDrafter: () => own && mayDraft(actor),
      ownLead: () => own && leads,
      eitherLead: () => leads,
      translator: () =>
        own && (['secretariat', 'official', 'interpreter'] as const).some((role) => actor.roles.includes(role)),
      system: () => system,
    },
    guards: {
      matterOpen: () =>
        !matter ? escalationsErrors.matterNotFound() : matter.open ? null : escalationsErrors.matterNotOpen(),
      notUnderWay: () => (matter?.underWayId ? escalationsErrors.alreadyUnderWay() : null),
      higher: () => (isAbove(row.toLevel, row.fromLevel) ? null : escalationsErrors.notHigher()),
      textsComplete: () => {
        const faults = textFaults(row);
        return faults.length > 0 ? escalationsErrors.textsOpen({ count: faults.length }, faults) : null;
      },
      hasChannel: () => (row.from || row.to ? null : escalationsErrors.noChannel()),
    },
  };
}

const codeOfGap = {
  missing: commonErrors.textMissing.code,
  stale: 'agenda.textStale',
  machine: 'agenda.textUnchecked',
  draft: 'agenda.textUnchecked',
} as const;

/** What keeps a summary from being raised, one fault per text and language (`summary.ja`). */
function textFaults(row: EscalationRow): FieldFault[] {
  return escalationTexts.flatMap((field) =>
    textGaps(row[field]).map(({ lang, gap }) => ({ path: `${field}.${lang}`, code: codeOfGap[gap], params: { lang } })),
  );
}
