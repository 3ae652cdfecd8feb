import {
  createTranslator,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatTimeRange,
  formatZone,
  sameWallClock,
  wallClock,
  type Translate,
} from '#core/i18n';
import { pair, partyName, readText, type Language, type Side } from '#core/kernel';
import type { CalendarEvent } from '#platform/calendar-files';
import { sessionTitle } from '#forum/sessions';
import type { SessionToPrint } from './invitations.types.js';

export interface CalendarReader {
  /** Decides names, count and the order of the pair; null for readers of no side. */
  readonly side: Side | null;
  readonly language: Language;
  readonly publicUrl: string;
}

/**
 * A session as one event. The UID is the session's id for ever. Postponed and cancelled sessions are both called off: their day no
 * longer holds, and a new date comes as the same UID with a higher number.
 */
export function calendarEvent(session: SessionToPrint, reader: CalendarReader): CalendarEvent {
  const { language } = reader;
  const { t } = createTranslator(language);
  const title = readText(sessionTitle(session, reader.side), language).text;
  const modifiedAt = latest(session);
  const url = `${reader.publicUrl}/sessions/${session.id}?lang=${language}`;
  const place = session.place === null ? null : readText(session.place, language).text;
  return {
    uid: session.id,
    sequence: session.invitation?.sequence ?? 0,
    stampedAt: modifiedAt,
    modifiedAt,
    span:
      session.startsAt === null
        ? { kind: 'days', from: session.startDate, to: session.endDate ?? session.startDate }
        : {
            kind: 'timed',
            startsAt: session.startsAt.toISOString(),
            endsAt: session.endsAt?.toISOString() ?? null,
            zone: session.zone,
          },
    summary: calledOff(session) ? t(`invitations:summary.${session.state}`, { title }) : title,
    description: describe(session, reader, { t, place, url }),
    location: place ?? (session.format === 'online' ? t('invitations:online') : null),
    url,
    status: calledOff(session) ? 'CANCELLED' : 'CONFIRMED',
  };
}

const calledOff = (session: SessionToPrint): boolean => session.state === 'postponed' || session.state === 'cancelled';

function describe(
  session: SessionToPrint,
  reader: CalendarReader,
  { t, place, url }: { t: Translate; place: string | null; url: string },
): string {
  const { language } = reader;
  const lines = [
    ...(calledOff(session) ? [t(`invitations:calledOff.${session.state}`), ''] : []),
    ...whenLines(session, reader).map((when) => t('invitations:when', { when })),
    t('invitations:format', { format: session.format }),
    ...(place === null ? [] : [t('invitations:place', { place })]),
    ...(session.host === null ? [] : [t('invitations:host', { party: partyName(session.host, language) })]),
    t('invitations:link', { url }),
    '',
    t('invitations:footer', { pair: pair(reader.side ?? 'neutral', language, pairHost(session)) }),
  ];
  return lines.join('\n');
}

const pairHost = ({ host }: SessionToPrint): { host?: Side } => (host === null ? {} : { host });

/** The time where people meet, and below it the reader's own when clocks there show another. */
function whenLines(session: SessionToPrint, { side, language }: CalendarReader): string[] {
  if (session.startsAt === null) return [formatDateRange(session.startDate, session.endDate, language)];
  const startsAt = session.startsAt.toISOString();
  const endsAt = session.endsAt?.toISOString() ?? null;
  const at = (zone: string): string => formatSpan(startsAt, endsAt, zone, language);
  const home = side === 'jp' ? 'Asia/Tokyo' : 'Asia/Seoul';
  return sameWallClock(startsAt, session.zone, home) ? [at(session.zone)] : [at(session.zone), at(home)];
}

function formatSpan(startsAt: string, endsAt: string | null, zone: string, language: Language): string {
  if (endsAt === null) return formatDateTime(startsAt, zone, language);
  const [start, end] = [wallClock(startsAt, zone), wallClock(endsAt, zone)];
  if (start.date !== end.date)
    return `${formatDateTime(startsAt, zone, language)} – ${formatDateTime(endsAt, zone, language)}`;
  const times = formatTimeRange(start.time, end.time, language);
  return `${formatDate(start.date, language)} ${times} (${formatZone(startsAt, zone, language)})`;
}

/** The last change of what the file shows. */
function latest(session: SessionToPrint): string {
  const updatedAt = session.updatedAt.toISOString();
  const changedAt = session.invitation ? new Date(session.invitation.changedAt).toISOString() : updatedAt;
  return changedAt > updatedAt ? changedAt : updatedAt;
}
