import { sideOrder, type Actor, type Allowed, type Side } from '#core/kernel';
import {
  agendaContext,
  agendaGaps,
  agendaHash,
  agendaLifecycle,
  agendaOffers,
  clockTimes,
  isOnAgenda,
  itemContext,
  itemLifecycle,
  itemNumbers,
  itemOffers,
  linkKey,
  runningMinutes,
  type AgendaItemRow,
  type AgendaMatters,
  type AgendaRow,
  type ClockSpan,
  type FollowUp,
  type LinkedObject,
} from '#forum/agenda';
import { sessionTitle } from '#forum/sessions';
import type { ProposalRow } from '#forum/two-key';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import { presentProposal } from '../proposals/proposals.presenter.js';
import type { AgendaFollowUpView, AgendaItemView, AgendaView, CarriedFromView } from './agenda.views.js';
import type { KeyView } from './key.view.js';

/** An agenda for one reader: their side's key first, the host's on a neutral page (domain.md 3.7). */
export function presentAgenda(agenda: AgendaRow, matters: AgendaMatters, actor: Actor, reading: Reading): AgendaView {
  const clock = { ...agenda.interpretation, startsAt: agenda.startsAt, endsAt: agenda.endsAt };
  const times = clockTimes(
    agenda.items.map((item) => ({ kind: item.kind, minutes: item.minutes, runs: isOnAgenda(item) })),
    clock,
  );
  const numbers = itemNumbers(agenda.items);
  return {
    id: agenda.id,
    sessionId: agenda.sessionId,
    etag: etagOf(agenda.version),
    state: agenda.state,
    audience: agenda.audience,
    hash: agendaHash(agenda.items),
    version: agenda.versionNumber,
    keys: presentKeys(agenda, actor, reading),
    gaps: agendaGaps(agenda.items),
    totalMinutes: agenda.items
      .filter((item) => item.deferredIn !== 'preparation')
      .reduce((sum, item) => sum + item.minutes, 0),
    endsAt: times.endsAt,
    overrunMinutes: times.overrunMinutes,
    items: agenda.items.map((item, index) => ({
      ...presentItem(item, matters, actor, reading),
      number: numbers.get(item.id) ?? null,
      runningMinutes: runningMinutes(item, clock),
      ...presentSpan(times.rows[index] ?? null),
    })),
    proposals: matters.proposals.map((row) => presentAbout(row, agenda, actor, reading)),
    allowedActions: offered(agendaLifecycle.allowedActions(agenda.state, agendaContext(agenda, actor)), agendaOffers),
    illustrative: agenda.illustrative,
  };
}

type Unplaced = Omit<AgendaItemView, 'number' | 'runningMinutes' | 'startsAt' | 'endsAt'>;

function presentItem(item: AgendaItemRow, matters: AgendaMatters, actor: Actor, reading: Reading): Unplaced {
  return {
    id: item.id,
    etag: etagOf(item.version),
    kind: item.kind,
    standing: item.standing,
    title: presentText(item.title, reading),
    description: presentTextOrNull(item.description, reading),
    proposer: item.proposer,
    lead: item.lead,
    minutes: item.minutes,
    objective: item.objective,
    audience: item.audience,
    state: item.state,
    deferredIn: item.deferredIn,
    carriedFrom: item.carriedFrom && presentOrigin(item.carriedFrom, actor.side, reading),
    links: item.links.flatMap((link) => {
      const object = matters.linked.get(linkKey(link));
      return object ? [{ ...link, ...presentLinked(object, reading) }] : [];
    }),
    followUps: item.standing === 'follow_up' ? matters.followUps.map((matter) => presentFollowUp(matter, reading)) : [],
    commentCount: item.commentCount,
    privateNote: presentTextOrNull(item.note, reading),
    illustrative: item.illustrative,
    allowedActions: offered(itemLifecycle.allowedActions(item.state, itemContext(item, actor)), itemOffers),
  };
}

/** An open matter as it stands now. */
export function presentFollowUp(matter: FollowUp, reading: Reading): AgendaFollowUpView {
  const { kind, id, side, overdue, risen = false } = matter;
  return { kind, id, side, overdue, risen, ...presentLinked(matter, reading) };
}

function presentLinked({ title, path, audience, state, due }: LinkedObject, reading: Reading) {
  return { title: presentText(title, reading), path, audience, state, due };
}

function presentOrigin(
  origin: NonNullable<AgendaItemRow['carriedFrom']>,
  side: Side | null,
  reading: Reading,
): CarriedFromView {
  const { itemId, sessionId, session } = origin;
  return { itemId, sessionId, sessionTitle: session && presentText(sessionTitle(session, side), reading) };
}

/** An item's proposal bears the item's title, the agenda's none of its own: the reader is looking at it. */
function presentAbout(row: ProposalRow, agenda: AgendaRow, actor: Actor, reading: Reading) {
  const path = `/sessions/${agenda.sessionId}/agenda`;
  const item = agenda.items.find(({ id }) => id === row.subjectId);
  const view = presentProposal(row, item && { title: item.title, path: `${path}#item-${item.id}` }, actor, reading);
  return { ...view, subjectPath: view.subjectPath ?? path };
}

function presentSpan(span: ClockSpan | null): Pick<AgendaItemView, 'startsAt' | 'endsAt'> {
  return { startsAt: span?.startsAt ?? null, endsAt: span?.endsAt ?? null };
}

/** Who may read what both signed may not read who signed: no key at all, instead of two that seem not to be turned. */
function presentKeys(agenda: AgendaRow, actor: Actor, reading: Reading): KeyView[] {
  const signed = agenda.state === 'agreed' || agenda.state === 'adopted';
  if (signed && agenda.audience !== 'joint' && agenda.keys.length === 0) return [];
  return sideOrder(actor.side ?? 'neutral', agenda.host ?? undefined).map((side) => {
    const key = agenda.keys.find((turned) => turned.side === side);
    return { side, turned: key !== undefined, post: key ? presentPost(key.post, reading) : null, at: key?.at ?? null };
  });
}

function offered(all: readonly Allowed[], offers: readonly string[]): Allowed[] {
  return all.filter((entry) => offers.includes(entry.action));
}
