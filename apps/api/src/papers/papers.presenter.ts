import {
  commonErrors,
  LANGUAGES,
  sideOrder,
  type Actor,
  type Allowed,
  type Language,
  type LocalizedText,
} from '#core/kernel';
import {
  isFileLate,
  isOutdated,
  isPaperLate,
  isSharedPaper,
  mayDraft,
  paperContext,
  paperDueDate,
  paperLifecycle,
  paperOffers,
  papersErrors,
  takesPapers,
  type ChainLink,
  type PaperFileRow,
  type PaperReleaseRow,
  type PaperRow,
  type PaperSession,
} from '#forum/papers';
import type { RuleBook } from '#forum/reminder-rules';
import type { WorkingCalendar } from '#forum/working-days';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText } from '../http/text.view.js';
import type {
  PaperFileView,
  PaperItemView,
  PaperLanguageView,
  PaperLinkView,
  PaperReleaseView,
  PaperSummaryView,
} from './papers.views.js';

/** An agenda item as papers name it. */
export interface NamedItem {
  readonly id: string;
  readonly number: number | null;
  readonly title: LocalizedText;
}

/** What a paper is shown with. */
export interface PaperSurroundings {
  readonly calendar: WorkingCalendar;
  readonly rules: RuleBook;
  /** The items of the session that the reader may see. */
  readonly items: readonly NamedItem[];
}

export function presentPaper(
  paper: PaperRow,
  { calendar, rules, items }: PaperSurroundings,
  actor: Actor,
  reading: Reading,
): PaperSummaryView {
  const dueDate = paper.session && paperDueDate(paper.session, calendar, rules);
  const named = paper.itemIds.flatMap((id) => items.find((item) => item.id === id) ?? []);
  return {
    id: paper.id,
    etag: etagOf(paper.version),
    sessionId: paper.sessionId,
    side: paper.side,
    state: paper.state,
    audience: paper.audience,
    grade: paper.grade,
    symbol: paper.symbol,
    title: presentText(paper.title, reading),
    originalLang: paper.originalLang,
    late: dueDate !== null && isPaperLate(paper, dueDate),
    sharedAt: paper.sharedAt,
    withdrawnAt: paper.withdrawnAt,
    supersedes:
      paper.supersedesId !== null && paper.supersedesKind !== null && paper.supersedesSymbol !== null
        ? { id: paper.supersedesId, symbol: paper.supersedesSymbol, kind: paper.supersedesKind }
        : null,
    languages: languagesOf(paper).map((lang) => presentLanguage(paper, lang, dueDate)),
    items: named.map((item): PaperItemView => ({ ...item, title: presentText(item.title, reading) })),
    releases: paper.releases.map(presentRelease),
    allowedActions: paperLifecycle
      .allowedActions(paper.state, paperContext(paper, actor))
      .filter(({ action }) => paperOffers.includes(action)),
  };
}

/** The original stands first, then the others in their usual order. */
const languagesOf = ({ originalLang }: PaperRow): Language[] => [
  originalLang,
  ...LANGUAGES.filter((lang) => lang !== originalLang),
];

function presentLanguage(paper: PaperRow, lang: Language, dueDate: string | null): PaperLanguageView {
  const files = paper.files.filter((file) => file.lang === lang);
  const current = files.find((file) => file.current);
  const present = (file: PaperFileRow): PaperFileView => ({
    id: file.id,
    lang,
    revision: file.revision,
    name: file.name,
    mediaType: file.mediaType,
    size: file.size,
    sha256: file.sha256,
    at: file.sharedAt ?? file.createdAt,
    late: dueDate !== null && isFileLate(paper, file, dueDate),
    outdated: file.current && isOutdated(paper, file),
    audience: file.audience,
    content: `/papers/${paper.id}/files/${file.id}/content`,
  });
  return {
    lang,
    original: lang === paper.originalLang,
    file: current ? present(current) : null,
    earlier: files.filter((file) => !file.current).map(present),
  };
}

function presentRelease(release: PaperReleaseRow): PaperReleaseView {
  const state = release.doneAt !== null ? 'done' : release.cancelledAt !== null ? 'cancelled' : 'planned';
  return { to: release.to, at: release.doneAt ?? release.plannedAt, state, reason: release.cancelledReason };
}

export const presentLink = (link: ChainLink, reading: Reading): PaperLinkView => ({
  id: link.id,
  symbol: link.symbol,
  title: presentText(link.title, reading),
  kind: link.supersedesKind,
  supersedesId: link.supersedesId,
  state: link.state,
  audience: link.audience,
});

const symbols = new Intl.Collator('en', { numeric: true });

/** By side, the reader's own first; what both see by its symbol, then the own side's drafts in the order they were made. */
export function sortPapers(papers: readonly PaperRow[], actor: Actor): PaperRow[] {
  const order = sideOrder(actor.side ?? 'neutral');
  const rank = (paper: PaperRow) => order.indexOf(paper.side) * 2 + (isSharedPaper(paper) ? 0 : 1);
  return [...papers].sort(
    (a, b) => rank(a) - rank(b) || symbols.compare(a.symbol ?? '', b.symbol ?? '') || (a.id < b.id ? -1 : 1),
  );
}

/** Whether the reader may announce a paper for the session. */
export function announcing(session: PaperSession | undefined, actor: Actor): Allowed[] {
  const reason = !mayDraft(actor)
    ? commonErrors.forbidden.code
    : takesPapers(session ?? null)
      ? null
      : papersErrors.sessionOver.code;
  return [{ action: 'announce', allowed: reason === null, reason }];
}
