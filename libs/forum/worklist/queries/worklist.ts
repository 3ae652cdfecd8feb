import { otherSide, type Actor, type LocalizedText, type Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { listActions, speaksForSide, type ActionRow } from '#forum/actions';
import { agendaGaps, agendaOfSession, isShared, type AgendaRow } from '#forum/agenda';
import { submittedSides } from '#forum/delegations';
import { isLiving, listSessions, sessionTitle, type SessionRow } from '#forum/sessions';
import { listProposals, subjectsOf } from '#forum/two-key';
import { multilateralWork } from './multilateral-work.js';
import { radioWork } from './radio-work.js';
import { recordWork } from './record-work.js';
import { translationWork } from './translation-work.js';

/** One thing that waits for somebody. `path` leads to the screen on which it is done. */
export interface WorkItem {
  readonly kind:
    | 'agenda-sign'
    | 'agenda-translate'
    | 'agenda-exchange'
    | 'translation-do'
    | 'translation-check'
    | 'action-report'
    | 'action-confirm'
    | 'proposal-decide'
    | 'session-step'
    | 'radio-acknowledge'
    | 'radio-measure'
    | 'radio-check'
    | 'record-sign'
    | 'record-clear'
    | 'multilateral-contribution'
    | 'multilateral-support-answer';
  readonly title: LocalizedText;
  readonly path: string;
  /** Plain day, or null where no day is set. */
  readonly due: string | null;
  readonly daysLeft: number | null;
  readonly illustrative: boolean;
}

export interface Worklist {
  readonly mine: WorkItem[];
  readonly theirs: WorkItem[];
  readonly nextSessions: SessionRow[];
  readonly overdue: ActionRow[];
}

const sessionsAhead = 10;
const actionsShown = 50;
const proposalsShown = 20;

/**
 * What waits for the actor and what waits for the other side (design.md 1), soonest first. Only what the actor may read is counted, so
 * the other side's drafts never show as work. Who belongs to no side has no other side.
 */
export async function worklistOf(reader: Reader, actor: Actor): Promise<Worklist> {
  const sessions = (await listSessions(reader, { side: actor.side, when: 'upcoming', limit: sessionsAhead })).slice(
    0,
    sessionsAhead,
  );
  const fromSessions = await Promise.all(sessions.map((session) => sessionWork(reader, actor, session)));
  const [proposals, translations, radio, records, meetings, own, others, overdue] = await Promise.all([
    proposalWork(reader, actor),
    translationWork(reader, actor),
    radioWork(reader, actor),
    recordWork(reader, actor),
    multilateralWork(reader, actor),
    listActions(reader, actor, {
      scope: speaksForSide(actor) ? 'side' : 'mine',
      limit: actionsShown,
      states: ['open', 'in_progress', 'done_claimed'],
    }),
    listActions(reader, actor, {
      scope: 'other',
      limit: actionsShown,
      states: ['open', 'in_progress', 'done_claimed'],
    }),
    listActions(reader, actor, { scope: actor.side === null ? 'all' : 'side', limit: actionsShown, overdue: true }),
  ]);
  const fromActions = actionWork(actor, own.items, others.items);
  return {
    mine: [
      ...proposals.mine,
      ...translations.mine,
      ...radio.mine,
      ...records.mine,
      ...meetings.mine,
      ...fromSessions.flatMap((work) => work.mine),
      ...fromActions.mine,
    ].sort(soonestFirst),
    theirs: [
      ...proposals.theirs,
      ...translations.theirs,
      ...radio.theirs,
      ...records.theirs,
      ...meetings.theirs,
      ...fromSessions.flatMap((work) => work.theirs),
      ...fromActions.theirs,
    ].sort(soonestFirst),
    nextSessions: sessions,
    overdue: overdue.items,
  };
}

export type Work = Pick<Worklist, 'mine' | 'theirs'>;

/** Open proposals wait for whoever did not make them. */
async function proposalWork(reader: Reader, actor: Actor): Promise<Work> {
  const { side } = actor;
  if (side === null || !speaksForSide(actor)) return { mine: [], theirs: [] };
  const of = async (waitingFor: Side): Promise<WorkItem[]> => {
    const rows = (await listProposals(reader, { waitingFor, limit: proposalsShown })).slice(0, proposalsShown);
    const subjects = await subjectsOf(reader, side, rows);
    return rows.flatMap((row) => {
      const subject = subjects.get(row.subjectId);
      return subject
        ? [{ kind: 'proposal-decide' as const, ...subject, due: null, daysLeft: null, illustrative: false }]
        : [];
    });
  };
  const [mine, theirs] = await Promise.all([of(side), of(otherSide(side))]);
  return { mine, theirs };
}

async function sessionWork(reader: Reader, actor: Actor, session: SessionRow): Promise<Work> {
  const agenda = await agendaOfSession(reader, actor.side, session.id);
  const lists = isLiving(session.state) ? await submittedSides(reader, session.id) : null;
  const item = (kind: WorkItem['kind'], path: string): WorkItem => ({
    kind,
    title: sessionTitle(session, actor.side),
    path,
    due: session.startDate,
    daysLeft: session.daysLeft,
    illustrative: session.illustrative,
  });
  const page = `/sessions/${session.id}`;
  const agendaPage = `${page}/agenda`;
  const listOpen = (side: Side) => lists !== null && !lists.includes(side);
  const mine = agenda ? agendaWork(agenda, actor).map((kind) => item(kind, agendaPage)) : [];
  if (actor.side !== null && actor.roles.includes('secretariat') && listOpen(actor.side))
    mine.push(item('session-step', `${page}/delegations`));
  const theirs: WorkItem[] = [];
  if (actor.side !== null) {
    if (agenda && readyToSign(agenda, otherSide(actor.side))) theirs.push(item('agenda-sign', agendaPage));
    if (listOpen(otherSide(actor.side))) theirs.push(item('session-step', `${page}/delegations`));
  }
  return { mine, theirs };
}

function agendaWork(agenda: AgendaRow, actor: Actor): WorkItem['kind'][] {
  const kinds: WorkItem['kind'][] = [];
  const has = (role: 'secretariat' | 'head' | 'interpreter') => actor.roles.includes(role);
  if (agenda.state === 'adopted') return kinds;
  const drafts = actor.side !== null && agenda.items.some((entry) => entry.audience === actor.side);
  if (drafts && (has('secretariat') || has('head'))) kinds.push('agenda-exchange');
  if (agendaGaps(agenda.items).length > 0 && (has('secretariat') || has('interpreter'))) kinds.push('agenda-translate');
  if (has('head') && actor.side !== null && readyToSign(agenda, actor.side)) kinds.push('agenda-sign');
  return kinds;
}

function readyToSign(agenda: AgendaRow, side: Side): boolean {
  const open = agenda.state === 'exchanged' || agenda.state === 'in_negotiation';
  return (
    open &&
    agenda.items.some(isShared) &&
    agendaGaps(agenda.items).length === 0 &&
    !agenda.keys.some((key) => key.side === side)
  );
}

function actionWork(actor: Actor, own: readonly ActionRow[], others: readonly ActionRow[]): Work {
  const claimed = (row: ActionRow) => row.state === 'done_claimed' && row.joint;
  const started = (row: ActionRow) => row.state === 'open' || row.state === 'in_progress';
  return {
    mine: [
      ...own.filter((row) => started(row) && actor.side !== null).map((row) => workOf('action-report', row)),
      ...others.filter((row) => claimed(row) && speaksForSide(actor)).map((row) => workOf('action-confirm', row)),
    ],
    theirs: [
      ...others.filter(started).map((row) => workOf('action-report', row)),
      ...own.filter((row) => claimed(row) && actor.side !== null).map((row) => workOf('action-confirm', row)),
    ],
  };
}

function workOf(kind: WorkItem['kind'], row: ActionRow): WorkItem {
  return {
    kind,
    title: row.title,
    path: `/actions/${row.id}`,
    due: row.due,
    daysLeft: row.daysLeft,
    illustrative: row.illustrative,
  };
}

function soonestFirst(a: WorkItem, b: WorkItem): number {
  return (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.path.localeCompare(b.path);
}
