import { sideOrder, type Actor, type Allowed, type Side } from '#core/kernel';
import type { ActionRow } from '#forum/actions';
import { isOnAgenda, itemContext, itemLifecycle, itemNumbers, type AgendaItemRow, type AgendaRow } from '#forum/agenda';
import {
  delegationContext,
  delegationLifecycle,
  holds,
  defaultFactorPercent,
  type DelegationListRow,
  type MemberRow,
  type SessionOfList,
} from '#forum/delegations';
import {
  decisionContext,
  decisionLifecycle,
  onTheFloor,
  openSegment,
  progressOf,
  runContext,
  runLifecycle,
  runOffers,
  runState,
  speakerContext,
  speakerLifecycle,
  waitingFor,
  writeCursor,
  type DecisionRow,
  type NoteRow,
  type RowProgress,
  type RunRow,
  type SpeakerRow,
} from '#forum/live';
import type { LocalizedText } from '#core/kernel';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import type {
  LiveActionView,
  LiveBoardView,
  LiveDecisionView,
  LiveDelegationView,
  LiveMemberView,
  LiveRowView,
  LiveSpeakerView,
  LiveView,
} from './live.views.js';

/** Everything a screen of a running session is made of, as one role may read it. */
export interface LivePage {
  readonly run: RunRow;
  readonly title: LocalizedText;
  readonly session: SessionOfList;
  readonly zone: string;
  readonly agenda: AgendaRow | undefined;
  readonly lists: readonly DelegationListRow[];
  readonly decisions: readonly DecisionRow[];
  readonly actions: readonly ActionRow[];
  readonly notes: readonly NoteRow[];
}

/** What both sides see. */
export function presentBoard(page: LivePage, actor: Actor, reading: Reading): LiveBoardView {
  const { run, agenda } = page;
  const rows = (agenda?.items ?? []).filter(isOnAgenda);
  const clock = agenda?.interpretation ?? { mode: null, factorPercent: null };
  const endsAt = agenda?.endsAt ?? null;
  const progress = progressOf(
    rows.map((item) => ({ id: item.id, kind: item.kind, minutes: item.minutes, settled: isSettled(item) })),
    run.segments,
    { ...clock, endsAt },
    run.now,
    countedFrom(run, agenda),
  );
  const numbers = itemNumbers(agenda?.items ?? []);
  const lead = rows.find(({ id }) => id === openSegment(run)?.itemId)?.lead ?? null;
  const floor = onTheFloor(run);
  return {
    sessionId: run.sessionId,
    now: run.now,
    cursor: writeCursor(run),
    state: runState(run),
    title: presentText(page.title, reading),
    host: run.hostSide,
    zone: page.zone,
    startsAt: agenda?.startsAt ?? null,
    endsAt,
    expectedEnd: progress.expectedEnd,
    overrunMinutes: progress.overrunMinutes,
    interpretationPercent: clock.mode === null ? null : (clock.factorPercent ?? defaultFactorPercent[clock.mode]),
    on: progress.on,
    rows: rows.map((item, index) =>
      presentRow(item, progress.rows[index], { run, actor, reading, number: numbers.get(item.id) ?? null }),
    ),
    floor: floor && presentSpeaker(page, floor, actor, reading),
    waiting: waitingFor(run, lead).map((speaker) => presentSpeaker(page, speaker, actor, reading)),
    decisions: page.decisions.map((decision) => presentDecision(run, decision, actor, reading)),
    actions: page.actions.map((action) => presentAction(action, reading)),
  };
}

/** The same for somebody who takes part. */
export function presentLive(page: LivePage, actor: Actor, reading: Reading): LiveView {
  const { run } = page;
  return {
    ...presentBoard(page, actor, reading),
    etag: etagOf(run.version),
    delegations: sideOrder(actor.side ?? 'neutral', run.hostSide ?? undefined).map((side): LiveDelegationView => ({
      side,
      members: membersOf(page, side, actor, reading),
    })),
    notes: [...page.notes],
    allowedActions: offered(run, actor),
  };
}

/** What is to come is counted from now while the session runs, and from its agreed start before. */
function countedFrom(run: RunRow, agenda: AgendaRow | undefined): string | null {
  const state = runState(run);
  if (state === 'before') return agenda?.startsAt ?? null;
  return state === 'over' ? null : run.now;
}

const isSettled = (item: AgendaItemRow): boolean => item.state === 'discussed' || item.state === 'deferred';

function offered(run: RunRow, actor: Actor): Allowed[] {
  return runLifecycle
    .allowedActions(runState(run), runContext(run, actor))
    .filter(({ action }) => runOffers.includes(action));
}

interface RowOf {
  readonly run: RunRow;
  readonly actor: Actor;
  readonly reading: Reading;
  readonly number: number | null;
}

function presentRow(item: AgendaItemRow, progress: RowProgress | undefined, of: RowOf): LiveRowView {
  const { run, actor, reading, number } = of;
  const goTo = offered(run, actor).filter(
    ({ action }) => action === 'go-to' && item.kind !== 'section' && progress?.place !== 'on',
  );
  const discuss = itemLifecycle
    .allowedActions(item.state, itemContext(item, actor))
    .filter(({ action }) => action === 'discuss');
  return {
    id: item.id,
    etag: etagOf(item.version),
    number,
    kind: item.kind,
    title: presentText(item.title, reading),
    proposer: item.proposer,
    lead: item.lead,
    objective: item.objective,
    place: progress?.place ?? 'coming',
    settled: isSettled(item),
    plannedSeconds: progress?.plannedSeconds ?? 0,
    elapsedSeconds: progress?.elapsedSeconds ?? 0,
    remainingSeconds: progress?.remainingSeconds ?? 0,
    expectedAt: progress?.expectedAt ?? null,
    allowedActions: [...goTo, ...discuss],
  };
}

function membersOf(page: LivePage, side: Side, actor: Actor, reading: Reading): LiveMemberView[] {
  const list = page.lists.find((candidate) => candidate.side === side);
  return (list?.members ?? []).map((member) => presentMember(page, side, member, actor, reading));
}

function presentMember(page: LivePage, side: Side, member: MemberRow, actor: Actor, reading: Reading): LiveMemberView {
  const { session, run } = page;
  const list = page.lists.find((candidate) => candidate.side === side);
  const marks = list
    ? delegationLifecycle
        .allowedActions(list.state, delegationContext(list, session, actor, member))
        .filter(({ action, reason }) => action === 'mark-attendance' && reason !== 'common.forbidden')
    : [];
  const mine = actor.side === side && holds(actor, member);
  const asks = mine || (actor.side === side && actor.roles.includes('secretariat'));
  return {
    id: member.id,
    side,
    names: member.names,
    post: presentPost(member.post, reading),
    present: member.attendance.find(({ aboutId }) => aboutId === session.id)?.present ?? null,
    mine,
    allowedActions: [...marks, ...(asks ? offered(run, actor).filter(({ action }) => action === 'ask-floor') : [])],
  };
}

function presentSpeaker(page: LivePage, speaker: SpeakerRow, actor: Actor, reading: Reading): LiveSpeakerView {
  const member = page.lists
    .find(({ side }) => side === speaker.side)
    ?.members.find(({ id }) => id === speaker.memberId);
  return {
    id: speaker.id,
    side: speaker.side,
    member: member ? presentMember(page, speaker.side, member, actor, reading) : null,
    state: speaker.state,
    requestedAt: speaker.requestedAt,
    startedAt: speaker.startedAt,
    allowedActions: speakerLifecycle.allowedActions(speaker.state, speakerContext(speaker, actor)),
  };
}

function presentDecision(run: RunRow, decision: DecisionRow, actor: Actor, reading: Reading): LiveDecisionView {
  const { id, number, itemId, side, wordedSide, state, createdAt } = decision;
  const context = decisionContext(decision, run.sessionState, actor);
  return {
    id,
    etag: etagOf(decision.version),
    number,
    itemId,
    text: presentText(decision.text, reading),
    side,
    wordedSide,
    state,
    createdAt,
    allowedActions: decisionLifecycle.allowedActions(state, context),
  };
}

function presentAction(action: ActionRow, reading: Reading): LiveActionView {
  return {
    id: action.id,
    number: action.number,
    title: presentText(action.title, reading),
    owner: presentPost(action.owner, reading),
    side: action.ownerSide,
    due: action.due,
  };
}
