import { sideOrder, type Actor } from '#core/kernel';
import {
  isLiving,
  isOffLevel,
  lastLevelDay,
  rankOfLevel,
  sessionDeadlines,
  sessionOffers,
  sessionTitle,
  type Deadline,
  type SessionDetailRow,
  type SessionFacts,
  type SessionRow,
} from '#forum/sessions';
import { recordingOffer } from '#forum/actions';
import type { DelegationListRow, Preparation } from '#forum/delegations';
import type { RuleBook } from '#forum/reminder-rules';
import { calendarNotesOf, type CalendarNote, type WorkingCalendar } from '#forum/working-days';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import { presentArrangement } from './arrangement.presenter.js';
import { presentOpen } from './readiness.presenter.js';
import type { DelegationView, SessionDetailView, SessionSourceView, SessionSummaryView } from './sessions.dto.js';

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
    endsAt: row.endsAt?.toISOString() ?? null,
    zone: row.zone,
    place: presentTextOrNull(row.place, reading),
    host: row.host,
    level: row.level,
    nominalLevel: row.nominalLevel,
    state: row.state,
    draft: row.draft,
    illustrative: row.illustrative,
    daysLeft: row.daysLeft >= 0 ? row.daysLeft : null,
  };
}

export interface SessionPage {
  readonly row: SessionDetailRow;
  readonly facts: SessionFacts;
  readonly calendar: WorkingCalendar;
  readonly rules: RuleBook;
  readonly delegations: readonly DelegationListRow[];
  readonly preparation: Preparation;
  readonly sources: SessionSourceView[];
}

/** The whole page of a session: what blocks it, what is due, what the reader may do. Sessions of the record are over and have no deadlines. */
export function presentSession(page: SessionPage, actor: Actor, reading: Reading): SessionDetailView {
  const { row, facts } = page;
  const living = isLiving(row.state);
  const recording = recordingOffer(row.state, actor);
  const deadlines =
    row.illustrative || living ? sessionDeadlines(row.startDate, facts.today, page.calendar, page.rules) : [];
  const delegations = presentDelegations(page, actor, reading);
  return {
    ...presentSessionSummary(row, actor, reading),
    etag: etagOf(row.version),
    format: row.format,
    outcome: presentTextOrNull(row.outcome, reading),
    topics: row.topics.map((topic) => ({ code: topic.code, name: presentText(topic.name, reading) })),
    deadlines,
    readiness: presentOpen(living ? facts.blocks : [], row, deadlines, actor),
    closing: presentOpen(facts.openMatters, row, deadlines, actor),
    delegations,
    interpretationConfirmed: page.preparation.interpretationConfirmed,
    documents: row.documents.map((document) => ({
      code: document.code,
      name: presentText(document.name, reading),
      instrumentId: document.instrumentId,
    })),
    sources: page.sources,
    note: row.note,
    ...presentArrangement(row, actor, reading),
    levelFit: {
      rank: rankOfLevel(row.level),
      until: lastLevelDay(row.startDate),
      heads: delegations.flatMap(({ side, head }) =>
        head ? [{ side, rank: head.rank, offLevel: isOffLevel(head.rank, row.level) }] : [],
      ),
    },
    calendarNotes: notesOf(deadlines, page, actor),
    allowedActions: [...sessionOffers(facts, actor), ...(recording ? [recording] : [])],
  };
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

/** The years whose days were counted for the deadlines, each with the reader's own side first. */
function notesOf(deadlines: readonly Deadline[], { calendar, row }: SessionPage, actor: Actor): CalendarNote[] {
  const days = deadlines.flatMap(({ raw, date }) => [raw, date]).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return [];
  return calendarNotesOf(calendar, from, to, 'common', sideOrder(actor.side ?? 'neutral', row.host ?? undefined));
}
