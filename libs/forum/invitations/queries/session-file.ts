import { readText, type Language, type Side } from '#core/kernel';
import { writeFeed } from '#platform/calendar-files';
import type { Reader } from '#platform/database';
import { sessionsErrors, sessionTitle } from '#forum/sessions';
import { calendarEvent } from '../domain/calendar-event.js';
import { invitationsErrors } from '../domain/invitations.errors.js';
import type { CalendarPublication, Publisher } from './feed-file.js';
import { findSessionToPrint } from './sessions-to-print.js';

/**
 * One session for the reader's own calendar: published, not an invitation, so nothing is answered to it (RFC 5546 3.2.1). The same UID
 * as in the feed and in the invitation, so all three are one event.
 * @throws sessions.notFound, invitations.dateNotAgreed
 */
export async function sessionFile(
  reader: Reader,
  sessionId: string,
  publisher: Publisher & { readonly side: Side | null; readonly language: Language },
): Promise<CalendarPublication & { readonly startDate: string }> {
  const session = await findSessionToPrint(reader, publisher.side, sessionId);
  if (!session) {
    const [seen] = await reader.query('select 1 from forum.session where id = $1', [sessionId]);
    throw seen ? invitationsErrors.dateNotAgreed() : sessionsErrors.notFound();
  }
  const event = calendarEvent(session, publisher);
  const name = readText(sessionTitle(session, publisher.side), publisher.language).text;
  const content = writeFeed({ name, organizer: publisher.organizer, events: [event] });
  return { content, modifiedAt: new Date(event.modifiedAt), startDate: session.startDate };
}
