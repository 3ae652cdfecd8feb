import { sideOrder, type Actor, type Allowed } from '#core/kernel';
import {
  agendaContext,
  agendaGaps,
  agendaHash,
  agendaLifecycle,
  agendaOffers,
  isShared,
  itemContext,
  itemLifecycle,
  itemOffers,
  type AgendaItemRow,
  type AgendaRow,
  type AgendaVersionRow,
} from '#forum/agenda';
import { bothTurned } from '#forum/two-key';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import type { AgendaItemView, AgendaVersionView, AgendaView, KeyView } from './agenda.dto.js';

/** An agenda for one reader: their side's key first, the host's on a neutral page (domain.md 3.7). */
export function presentAgenda(agenda: AgendaRow, actor: Actor, reading: Reading): AgendaView {
  const starts = startTimes(agenda);
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
    totalMinutes: agenda.items.reduce((sum, item) => sum + item.minutes, 0),
    items: agenda.items.map((item, index) => presentItem(item, index + 1, starts[index] ?? null, actor, reading)),
    allowedActions: offered(agendaLifecycle.allowedActions(agenda.state, agendaContext(agenda, actor)), agendaOffers),
    illustrative: agenda.illustrative,
  };
}

export function presentVersions(rows: readonly AgendaVersionRow[]): AgendaVersionView[] {
  return rows.map((row) => ({
    version: row.number,
    hash: row.hash,
    createdAt: row.createdAt.toISOString(),
    agreed: bothTurned(
      row.signatures.filter((signature) => !signature.cleared).map(({ side }) => ({ side, hash: row.hash })),
      row.hash,
    ),
    signatures: row.signatures,
  }));
}

function presentItem(
  item: AgendaItemRow,
  number: number,
  startsAt: string | null,
  actor: Actor,
  reading: Reading,
): AgendaItemView {
  return {
    id: item.id,
    etag: etagOf(item.version),
    number,
    title: presentText(item.title, reading),
    description: presentTextOrNull(item.description, reading),
    proposer: item.proposer,
    lead: item.lead,
    minutes: item.minutes,
    startsAt,
    objective: item.objective,
    audience: item.audience,
    state: item.state,
    privateNote: presentTextOrNull(item.note, reading),
    illustrative: item.illustrative,
    allowedActions: offered(itemLifecycle.allowedActions(item.state, itemContext(item, actor)), itemOffers),
  };
}

function presentKeys(agenda: AgendaRow, actor: Actor, reading: Reading): KeyView[] {
  return sideOrder(actor.side ?? 'neutral', agenda.host ?? undefined).map((side) => {
    const key = agenda.keys.find((turned) => turned.side === side);
    return { side, turned: key !== undefined, post: key ? presentPost(key.post, reading) : null, at: key?.at ?? null };
  });
}

/** Shared items follow one another from the session's start; drafts have no clock time yet. */
function startTimes(agenda: AgendaRow): (string | null)[] {
  let at = agenda.startsAt === null ? Number.NaN : Date.parse(agenda.startsAt);
  return agenda.items.map((item) => {
    if (!isShared(item) || Number.isNaN(at)) return null;
    const start = new Date(at).toISOString();
    at += item.minutes * 60_000;
    return start;
  });
}

function offered(all: readonly Allowed[], offers: readonly string[]): Allowed[] {
  return all.filter((entry) => offers.includes(entry.action));
}
