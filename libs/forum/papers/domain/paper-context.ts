import { commonErrors, textGaps, type Actor, type FieldFault, type LifecycleContext } from '#core/kernel';
import { agendaErrors } from '#forum/agenda';
import type { SessionState } from '#forum/sessions';
import { papersErrors } from './papers.errors.js';
import { currentFile, isNarrower, plannedRelease, type PaperRow, type PaperSession } from './papers.types.js';

type Who = 'ownDrafter' | 'ownLead' | 'eitherLead' | 'interpreter' | 'translator' | 'system';
type Guard =
  | 'sessionOpen'
  | 'sessionShared'
  | 'originalThere'
  | 'noMachineText'
  | 'notPublished'
  | 'nothingPlanned'
  | 'somethingPlanned'
  | 'notRestricted'
  | 'textsComplete'
  | 'widerLeft';

const over: readonly SessionState[] = ['closed', 'cancelled'];

/** True while papers of a session may still come and change. */
export const takesPapers = (session: Pick<PaperSession, 'state'> | null): boolean =>
  session !== null && !over.includes(session.state);

/** domain.md 2: secretariat, official and head draft for their side; delegates read and comment. */
export function mayDraft(actor: Actor): boolean {
  return (
    actor.side !== null && (['secretariat', 'official', 'head'] as const).some((role) => actor.roles.includes(role))
  );
}

/** Who the actor is to a paper and what holds of it. A paper of the other side that was not shared is never loaded. */
export function paperContext(paper: PaperRow, actor: Actor, system = false): LifecycleContext<Who, Guard> {
  const own = actor.side === paper.side;
  const leads = actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('head'));
  return {
    is: {
      ownDrafter: () => own && mayDraft(actor),
      ownLead: () => own && leads,
      eitherLead: () => leads,
      interpreter: () => actor.roles.includes('interpreter'),
      // Each side sees to its own language, also in what the other side shared.
      translator: () =>
        actor.roles.includes('interpreter') ||
        (actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('official'))),
      system: () => system,
    },
    guards: {
      sessionOpen: () => (takesPapers(paper.session) ? null : papersErrors.sessionOver()),
      sessionShared: () => (paper.session?.shared ? null : papersErrors.sessionNotShared()),
      originalThere: () => (currentFile(paper, paper.originalLang) ? null : papersErrors.originalMissing()),
      noMachineText: () =>
        [paper.title.ko, paper.title.ja, paper.title.en].some((text) => text?.status === 'machine')
          ? papersErrors.machineText()
          : null,
      notPublished: () => (isNarrower('joint', paper.audience) ? papersErrors.titlePublished() : null),
      nothingPlanned: () => (plannedRelease(paper, 'joint') ? papersErrors.releasePlanned() : null),
      somethingPlanned: () =>
        (['joint', 'business', 'public'] as const).some((to) => plannedRelease(paper, to))
          ? null
          : papersErrors.noReleasePlanned(),
      notRestricted: () => (paper.grade === 'restricted' ? papersErrors.restricted() : null),
      textsComplete: () => {
        const faults = titleFaults(paper);
        return faults.length > 0 ? papersErrors.textsOpen({ count: faults.length }, faults) : null;
      },
      widerLeft: () => (isWideOpen(paper) ? papersErrors.nothingToWiden() : null),
    },
  };
}

/** True when everybody may read the paper and every language version of it. */
export const isWideOpen = (paper: Pick<PaperRow, 'audience' | 'files'>): boolean =>
  paper.audience === 'public' && paper.files.every((file) => !file.current || file.audience === 'public');

const codeOfGap = {
  missing: commonErrors.textMissing.code,
  stale: agendaErrors.textStale.code,
  machine: agendaErrors.textUnchecked.code,
  draft: agendaErrors.textUnchecked.code,
} as const;

/** What keeps a title from being published, one fault per language (`title.ja`). */
function titleFaults(paper: Pick<PaperRow, 'title'>): FieldFault[] {
  return textGaps(paper.title).map(({ lang, gap }) => ({
    path: `title.${lang}`,
    code: codeOfGap[gap],
    params: { lang },
  }));
}
