import { sideOrder, type Actor } from '#core/kernel';
import {
  isLiving,
  sessionContext,
  sessionDeadlines,
  sessionLifecycle,
  sessionTitle,
  type SessionDetailRow,
  type SessionFacts,
  type SessionRow,
} from '#forum/sessions';
import { recordingOffer } from '#forum/actions';
import { preparationOffers, type DelegationRow, type Preparation } from '#forum/delegations';
import type { WorkingCalendar } from '#forum/working-days';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import type {
  BlockView,
  DelegationView,
  SessionDetailView,
  SessionSourceView,
  SessionSummaryView,
} from './sessions.dto.js';

/** A session in a list, titled with the reader's side's name and count (domain.md 1.1). */
export function presentSessionSummary(row: SessionRow, actor: Actor, reading: Reading): SessionSummaryView {
  return {
    id: row.id,
    code: row.code,
    channel: { id: row.channelId, name: presentText(row.channelName, reading) },
    ordinal: actor.side === 'jp' ? row.ordinalJp : row.ordinalKr,
    title: presentText(sessionTitle(row, actor.side), reading),
    date: { value: row.dateValue, precision: row.datePrecision },
    dateEnd: row.endDate,
    startsAt: row.startsAt?.toISOString() ?? null,
    zone: row.zone,
    place: presentTextOrNull(row.place, reading),
    host: row.host,
    level: row.level,
    nominalLevel: row.nominalLevel,
    state: row.state,
    illustrative: row.illustrative,
    daysLeft: row.daysLeft >= 0 ? row.daysLeft : null,
  };
}

export interface SessionPage {
  readonly row: SessionDetailRow;
  readonly facts: SessionFacts;
  readonly calendar: WorkingCalendar;
  readonly delegations: readonly DelegationRow[];
  readonly preparation: Preparation;
  readonly sources: SessionSourceView[];
}

/** The whole page of a session: what blocks it, what is due, what the reader may do. Sessions of the record are over and have no deadlines. */
export function presentSession(page: SessionPage, actor: Actor, reading: Reading): SessionDetailView {
  const { row, facts } = page;
  const living = isLiving(row.state);
  const recording = recordingOffer(row.state, actor);
  return {
    ...presentSessionSummary(row, actor, reading),
    etag: etagOf(row.version),
    format: row.format,
    outcome: presentTextOrNull(row.outcome, reading),
    topics: row.topics.map((topic) => ({ code: topic.code, name: presentText(topic.name, reading) })),
    deadlines: row.illustrative || living ? sessionDeadlines(row.startDate, facts.today, page.calendar) : [],
    readiness: { ready: facts.blocks.length === 0, blocks: living ? presentBlocks(page, actor) : [] },
    delegations: presentDelegations(page, actor, reading),
    interpretationConfirmed: page.preparation.interpretationConfirmed,
    documents: row.documents.map((document) => ({
      code: document.code,
      name: presentText(document.name, reading),
      instrumentId: document.instrumentId,
    })),
    sources: page.sources,
    note: row.note,
    allowedActions: [
      ...(isLiving(row.state) ? sessionLifecycle.allowedActions(row.state, sessionContext(facts, actor)) : []),
      ...preparationOffers(facts, page.preparation, actor),
      ...(recording ? [recording] : []),
    ],
  };
}

/** What blocks the session; what is said of each side stands in the reader's order of the sides, before the rest. */
function presentBlocks({ row, facts }: SessionPage, actor: Actor): BlockView[] {
  const sides: readonly unknown[] = sideOrder(actor.side ?? 'neutral', row.host ?? undefined);
  const place = (block: BlockView): number =>
    sides.includes(block.params['side']) ? sides.indexOf(block.params['side']) : sides.length;
  return facts.blocks.map(({ code, params }) => ({ code, params })).sort((one, other) => place(one) - place(other));
}

/** Both lists, the reader's own side first, the host's on a neutral page. */
function presentDelegations({ row, delegations }: SessionPage, actor: Actor, reading: Reading): DelegationView[] {
  return sideOrder(actor.side ?? 'neutral', row.host ?? undefined).flatMap((side) => {
    const list = delegations.find((candidate) => candidate.side === side);
    if (!list) return [];
    const members = list.members.map((member) => ({ post: presentPost(member.post, reading), role: member.role }));
    return [{ side, state: list.state, head: members.find((member) => member.role === 'head')?.post ?? null, members }];
  });
}
