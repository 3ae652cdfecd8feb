import { sideOrder, type Actor, type Allowed, type Side } from '#core/kernel';
import { isOnAgenda, type AgendaRow } from '#forum/agenda';
import {
  countUnit,
  defaultFactorPercent,
  interpretationContext,
  interpretationLifecycle,
  interpretationState,
  modes,
  scaledMinutes,
  type DelegationListRow,
  type InterpretationRow,
  type PaperRow,
  type SessionOfListRow,
} from '#forum/delegations';
import type { RuleBook } from '#forum/reminder-rules';
import { sessionDueDate } from '#forum/sessions';
import type { WorkingCalendar } from '#forum/working-days';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import { notesInOrder } from './notes.js';
import type { InterpretationView, InterpreterView, TranslationPaperView } from './interpretation.dto.js';

export interface InterpretationPage {
  readonly session: SessionOfListRow;
  readonly row: InterpretationRow;
  readonly lists: readonly DelegationListRow[];
  readonly agenda: AgendaRow | undefined;
  readonly calendar: WorkingCalendar;
  readonly rules: RuleBook;
}

/** How a session is interpreted: interpreters of both lists and those hired beside them, papers, and what it does to the time. */
export function presentInterpretation(page: InterpretationPage, actor: Actor, reading: Reading): InterpretationView {
  const { session, row, calendar, rules } = page;
  const dueOf = (code: 'interpretation' | 'translations') => sessionDueDate(code, session.startDate, calendar, rules);
  const agendaMinutes = (page.agenda?.items ?? [])
    .filter((item) => item.kind === 'item' && isOnAgenda(item))
    .reduce((sum, item) => sum + item.minutes, 0);
  const offers = interpretationLifecycle
    .allowedActions(interpretationState(row), interpretationContext(row, session, actor))
    .filter(meant);
  return {
    sessionId: session.id,
    etag: etagOf(row.version),
    direction: row.direction,
    mode: row.mode,
    provider: row.provider,
    equipment: row.equipment,
    glossaryVersion: row.glossaryVersion,
    factorPercent: row.factorPercent,
    defaultFactors: modes.map((mode) => ({ mode, percent: defaultFactorPercent[mode] })),
    confirmedAt: instant(row.confirmedAt),
    interpreters: presentInterpreters(page, actor, reading, offers),
    papers: inSideOrder(row.papers, session, actor).map((paper) => presentPaper(paper, actor, reading, offers)),
    dueDate: dueOf('interpretation'),
    papersDueDate: dueOf('translations'),
    agendaMinutes,
    runningMinutes: scaledMinutes(agendaMinutes, row.mode, row.factorPercent),
    calendarNotes: notesInOrder(calendar, session, dueOf('translations'), actor),
    allowedActions: offers,
  };
}

function presentInterpreters(
  { session, row, lists }: InterpretationPage,
  actor: Actor,
  reading: Reading,
  offers: readonly Allowed[],
): InterpreterView[] {
  const onLists = lists.flatMap((list) =>
    list.members
      .filter((member) => member.role === 'interpreter')
      .map((member) => ({
        id: member.id,
        side: list.side,
        names: member.names,
        agency: '',
        post: presentPost(member.post, reading),
        allowedActions: [],
      })),
  );
  const dismiss = offers
    .filter((entry) => entry.action === 'name-interpreter')
    .map((entry) => ({ ...entry, action: 'dismiss' }));
  const hired = row.interpreters.map((person) => ({
    ...person,
    post: null,
    allowedActions: person.side === actor.side ? dismiss : [],
  }));
  return inSideOrder([...onLists, ...hired], session, actor);
}

function presentPaper(
  paper: PaperRow,
  actor: Actor,
  reading: Reading,
  offers: readonly Allowed[],
): TranslationPaperView {
  const list = offers.find((entry) => entry.action === 'list-paper');
  const shared = paper.audience !== 'kr' && paper.audience !== 'jp';
  return {
    id: paper.id,
    etag: etagOf(paper.version),
    side: paper.side,
    title: presentText(paper.title, reading),
    sourceLang: paper.sourceLang,
    targetLang: paper.targetLang,
    amount: paper.amount,
    unit: countUnit(paper.sourceLang),
    deliveredAt: instant(paper.deliveredAt),
    shared,
    allowedActions:
      list && paper.side === actor.side
        ? [{ ...list, action: 'change' }, ...(shared ? [] : [{ ...list, action: 'share' }])]
        : [],
  };
}

/** The reader's side first, on a neutral page the host; each side's in the order it gave. */
function inSideOrder<Row extends { readonly side: Side }>(
  rows: readonly Row[],
  session: SessionOfListRow,
  actor: Actor,
): Row[] {
  const order = sideOrder(actor.side ?? 'neutral', session.hostSide ?? undefined);
  return order.flatMap((side) => rows.filter((row) => row.side === side));
}

function meant(entry: Allowed): boolean {
  return entry.reason !== 'common.forbidden';
}

function instant(at: string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
