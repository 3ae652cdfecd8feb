import { historicText, type Side } from '#core/kernel';
import { firstDay, type RecordRow } from '#forum/provenance';
import type { History } from '../history.schema.js';
import { described, ownLanguage, sideOf } from './row-words.js';

type Ids = ReadonlyMap<string, string>;

const ZONES: Record<string, string> = { KR: 'Asia/Seoul', JP: 'Asia/Tokyo', CN: 'Asia/Shanghai', INT: 'Europe/Zurich' };

/** Sessions of the record, with the level at which each was really held; then the invented ones, between the two sides and marked. */
export function sessionRows({ sessions, illustrative }: History, channels: Ids): RecordRow[] {
  const held = sessions.map((session) => ({
    code: session.id,
    values: {
      code: session.id,
      channel_id: channels.get(session.channel),
      ordinal_kr: session.ordinal,
      ordinal_jp: session.ordinal,
      date_value: session.date.value,
      date_precision: session.date.precision,
      start_date: firstDay(session.date.value),
      end_date: session.date_end,
      zone: session.time_zone,
      place: described(session.place.city),
      country: session.place.country,
      host_side: sideOf(session.host),
      level: session.level,
      format: session.format,
      state: session.status,
      outcome: described(session.outcome),
      topic_codes: session.topics,
      document_codes: session.documents,
      source_codes: session.sources,
      evidence: session.evidence,
      note: session.note ?? null,
      illustrative: false,
      audience: 'public',
    },
  }));
  const invented = illustrative.sessions.map((session) => ({
    code: session.id,
    values: {
      code: session.id,
      channel_id: channels.get(session.channel),
      ordinal_kr: session.ordinal,
      ordinal_jp: session.ordinal,
      date_value: session.date,
      date_precision: 'day',
      start_date: session.date,
      end_date: null,
      zone: ZONES[session.place.country] ?? 'Asia/Seoul',
      place: described(session.place.city),
      country: session.place.country,
      host_side: sideOf(session.host),
      level: session.level,
      format: 'in_person',
      state: session.status === 'agreed' ? 'date_agreed' : session.status,
      outcome: null,
      topic_codes: [],
      document_codes: [],
      source_codes: [],
      evidence: null,
      note: null,
      illustrative: true,
      audience: 'joint',
    },
  }));
  return [...held, ...invented];
}

/** One agenda for each invented session; the one that has items has been exchanged. */
export function agendaRows({ illustrative }: History, sessions: Ids): RecordRow[] {
  return illustrative.sessions.map(({ id }) => ({
    code: id,
    values: {
      session_id: sessions.get(id),
      state: illustrative.agenda.some(({ session }) => session === id) ? 'exchanged' : 'draft',
      illustrative: true,
      audience: 'joint',
    },
  }));
}

/** Items stand as the host proposed them; `host` as lead is the side that hosts the session. */
export function agendaItemRows({ illustrative }: History, agendas: Ids): RecordRow[] {
  return illustrative.agenda.map((item) => {
    const host = sideOf(illustrative.sessions.find(({ id }) => id === item.session)?.host ?? 'KR') ?? 'kr';
    const lead: Side | null = item.lead === 'host' ? host : sideOf(item.lead);
    return {
      code: `${item.session}/${String(item.no)}`,
      values: {
        agenda_id: agendas.get(item.session),
        position: item.no,
        proposer_side: host,
        lead_side: lead,
        minutes: item.minutes,
        objective: 'discuss',
        title: historicText(item.title, ownLanguage(host === 'jp' ? 'JP' : 'KR')),
        description: null,
        state: 'exchanged',
        illustrative: true,
        audience: 'joint',
      },
    };
  });
}
