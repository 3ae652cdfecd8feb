import { historicText, isSide, newText, partyName, type Actor, type LocalizedText } from '#core/kernel';
import type { ChannelDetailRow, ChannelEventRow, ChannelRow, ContextEventRow, TimelineRow } from '#forum/channels';
import type { SessionRow } from '#forum/sessions';
import type { Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull, type LocalizedTextView } from '../http/text.view.js';
import { presentConflict, presentDate, presentSource } from '../record/source.view.js';
import { presentSessionSummary } from '../sessions/sessions.presenter.js';
import type {
  ChannelDetailView,
  ChannelEventView,
  ChannelSummaryView,
  ContextEventView,
  TimelineView,
} from './channels.dto.js';

export function presentChannel(row: ChannelRow, reading: Reading): ChannelSummaryView {
  const { lastHeld } = row;
  return {
    id: row.id,
    code: row.code,
    name: presentText(row.name, reading),
    state: row.state,
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

/** The channel's page. Changing a channel's state takes both keys and has no step of one side, so nothing is offered here. */
export function presentChannelDetail(
  row: ChannelDetailRow,
  sessions: readonly SessionRow[],
  actor: Actor,
  reading: Reading,
): ChannelDetailView {
  return {
    ...presentChannel(row, reading),
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
    allowedActions: [],
  };
}

export function presentChannelEvent(event: ChannelEventRow, reading: Reading): ChannelEventView {
  return {
    id: event.id,
    channelId: event.channelId,
    type: event.type,
    date: presentDate(event.value, event.precision),
    dateEnd: event.dateEnd,
    text: presentText(event.text, reading),
    level: event.level,
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
