import { historicText, isSide, newText, partyName, type Actor, type Allowed, type LocalizedText } from '#core/kernel';
import {
  channelContext,
  channelLifecycle,
  channelOffers,
  isLiving,
  type ChannelDetailRow,
  type ChannelEventRow,
  type ChannelFacts,
  type ChannelRow,
  type ContextEventRow,
  type TimelineRow,
  type TopicRow,
} from '#forum/channels';
import type { SessionRow } from '#forum/sessions';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull, type LocalizedTextView } from '../http/text.view.js';
import { presentConflict, presentDate, presentSource } from '../record/source.view.js';
import { presentSessionSummary } from '../sessions/sessions.presenter.js';
import {
  shownEventType,
  type ChannelDetailView,
  type ChannelEventView,
  type ChannelSummaryView,
  type ContextEventView,
  type TimelineView,
  type TopicListView,
} from './channels.dto.js';

export function presentChannel(row: ChannelRow, reading: Reading): ChannelSummaryView {
  const { lastHeld } = row;
  return {
    id: row.id,
    code: row.code,
    name: presentText(row.name, reading),
    state: row.state,
    resumed: row.resumed,
    suspendedBy: row.suspendedBy,
    audience: row.audience,
    nominalLevel: row.nominalLevel,
    lastHeld: lastHeld && {
      sessionId: lastHeld.sessionId,
      date: presentDate(lastHeld.value, lastHeld.precision),
      level: lastHeld.level,
    },
    nextSession: row.nextSession,
    topics: row.topics.map(({ code, name }) => ({ code, name: presentText(name, reading) })),
    illustrative: row.illustrative,
    parentId: row.parentId,
    derivedFromId: row.derivedFromId,
  };
}

/** The channel's page, with what its reader may do. */
export function presentChannelDetail(
  row: ChannelDetailRow,
  facts: ChannelFacts,
  sessions: readonly SessionRow[],
  actor: Actor,
  reading: Reading,
): ChannelDetailView {
  return {
    ...presentChannel(row, reading),
    etag: etagOf(row.version),
    originSide: facts.originSide,
    cadenceMonths: row.cadenceMonths,
    hostingRule: row.hostingRule,
    nextHost: row.nextHost,
    nextLevel: row.nextLevel,
    suggestion: presentSuggestion(facts, actor),
    names: row.names.map(({ side, language, text, from, to, kind }) => ({
      side,
      lang: language,
      text,
      from,
      to,
      kind,
    })),
    parties: row.parties.map(({ body, plain }) => presentParty(body, plain, reading)),
    cadence: presentTextOrNull(row.cadence, reading),
    hosting: row.hosting,
    note: row.note,
    events: row.events.map((event) => presentChannelEvent(event, reading)),
    sessions: oldestFirst(sessions).map((session) => presentSessionSummary(session, actor, reading)),
    relations: row.relations.map(({ kind, channelId, name }) => ({
      kind,
      channelId,
      name: presentText(name, reading),
    })),
    sources: row.sources.map(presentSource),
    conflicts: row.conflicts.map(presentConflict),
    allowedActions: offered(facts, actor),
  };
}

function offered(facts: ChannelFacts, actor: Actor): Allowed[] {
  if (!isLiving(facts.state)) return [];
  return channelLifecycle
    .allowedActions(facts.state, channelContext(facts, actor))
    .filter(({ action }) => channelOffers.some((offer) => offer === action));
}

/** The system's suggestion is for those who decide on it. */
function presentSuggestion({ suggestion }: ChannelFacts, actor: Actor): ChannelDetailView['suggestion'] {
  const decides = actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('head'));
  if (!suggestion || !decides) return null;
  const { quarter, lastHeld, months } = suggestion;
  return { quarter, lastHeld, months };
}

export function presentTopics(rows: readonly TopicRow[], reading: Reading): TopicListView {
  return { items: rows.map(({ code, name }) => ({ code, name: presentText(name, reading) })) };
}

export function presentChannelEvent(event: ChannelEventRow, reading: Reading): ChannelEventView {
  return {
    id: event.id,
    channelId: event.channelId,
    type: shownEventType(event.type),
    date: presentDate(event.value, event.precision),
    dateEnd: event.dateEnd,
    text: presentTextOrNull(event.text, reading),
    level: event.level,
    fromLevel: event.fromLevel,
    session: event.session,
    related: event.related && { id: event.related.id, name: presentText(event.related.name, reading) },
    reference: event.reference,
    side: event.side,
    privateReason: presentTextOrNull(event.privateReason, reading),
    evidence: event.evidence,
    sources: event.sources.map(presentSource),
    note: event.note,
  };
}

export function presentTimeline(
  rows: readonly TimelineRow[],
  sessions: readonly SessionRow[],
  actor: Actor,
  reading: Reading,
): TimelineView {
  const days = [
    ...rows.flatMap(({ events }) => events.map(({ day }) => day)),
    ...sessions.map(({ startDate }) => startDate),
  ].sort();
  return {
    channels: rows.map((row) => ({
      id: row.id,
      code: row.code,
      name: presentText(row.name, reading),
      state: row.state,
      resumed: row.resumed,
      nominalLevel: row.nominalLevel,
      events: row.events.map((event) => presentChannelEvent(event, reading)),
      sessions: oldestFirst(sessions.filter(({ channelId }) => channelId === row.id)).map((session) =>
        presentSessionSummary(session, actor, reading),
      ),
    })),
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
  };
}

export function presentContextEvent(row: ContextEventRow, reading: Reading): ContextEventView {
  return {
    id: row.id,
    code: row.code,
    date: presentDate(row.value, row.precision),
    text: presentText(row.text, reading),
    wording: presentTextOrNull(row.wording, reading),
    attribution: row.attribution,
    sensitivity: row.sensitivity,
    evidence: row.evidence,
    sources: row.sources.map(presentSource),
  };
}

function oldestFirst(sessions: readonly SessionRow[]): SessionRow[] {
  return [...sessions].sort((one, other) => (one.startDate < other.startDate ? -1 : 1));
}

/** A bare `KR` or `JP` is a country and is named in every language; other plain words exist in the language of the record. */
function presentParty(body: LocalizedText | null, plain: string | null, reading: Reading): LocalizedTextView {
  if (body !== null) return presentText(body, reading);
  const side = plain?.toLowerCase();
  const text = isSide(side)
    ? historicText({ ko: partyName(side, 'ko'), ja: partyName(side, 'ja'), en: partyName(side, 'en') }, 'en')
    : newText('en', plain ?? '', 'checked');
  return presentText(text, reading);
}
