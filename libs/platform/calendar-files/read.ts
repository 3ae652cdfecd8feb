import ICAL from 'ical.js';
import { DomainError } from '#core/kernel';
import type { CalendarMessage } from './calendar-file.js';
import { calendarFilesErrors } from './calendar-files.errors.js';
import { only, partsOf, textOf, type Part } from './jcal.js';
import { answerOf, commentOf, sequenceOf, stampOf } from './read-answer.js';
import { spanOf } from './read-span.js';

/** Longest file taken, in bytes: an answer with an HTML description of a mail program stays far below. */
export const maxFileBytes = 131_072;

/** Components at most: one event, the zones it names with their seasons, an alarm or two. */
const maxParts = 24;

/**
 * Reads an answer to an invitation (RFC 5546: REPLY or COUNTER) from bytes of whatever origin. Zones are taken from our own tables,
 * never from the file's rules; nothing is expanded. Gives plain data or refuses.
 * @throws calendar-files.*
 */
export function readCalendarMessage(bytes: Uint8Array): CalendarMessage {
  const text = decode(bytes);
  try {
    return messageOf(partsOf(ICAL.parse(text)));
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw calendarFilesErrors.malformed({}, [], { cause: error });
  }
}

/** Sizes are judged before anything is parsed. */
function decode(bytes: Uint8Array): string {
  if (bytes.byteLength > maxFileBytes) throw calendarFilesErrors.tooLarge({ max: maxFileBytes });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw calendarFilesErrors.notUtf8({}, [], { cause: error });
  }
  // RFC 5545 3.1 knows no such character, and no table can hold one.
  if (text.includes('\0')) throw calendarFilesErrors.malformed();
  const lines = text.replace(/\r?\n[ \t]/gu, '');
  if ((lines.match(/^BEGIN[:;]/gimu)?.length ?? 0) > maxParts)
    throw calendarFilesErrors.tooManyParts({ max: maxParts });
  return text;
}

function messageOf(calendar: Part): CalendarMessage {
  if (calendar.name !== 'vcalendar') throw calendarFilesErrors.malformed();
  const method = textOf(only(calendar, 'method')).toUpperCase();
  if (method !== 'REPLY' && method !== 'COUNTER') throw calendarFilesErrors.notAnAnswer();
  const [event, ...more] = calendar.parts.filter(({ name }) => name !== 'vtimezone');
  if (event?.name !== 'vevent' || more.length > 0) throw calendarFilesErrors.notOneEvent();
  if (event.properties.some(({ name }) => ['rrule', 'rdate', 'exrule', 'exdate', 'recurrence-id'].includes(name)))
    throw calendarFilesErrors.recurring();
  return {
    method,
    uid: textOf(only(event, 'uid')),
    sequence: sequenceOf(event),
    stampedAt: stampOf(event),
    ...answerOf(event),
    comment: commentOf(event),
    proposed: method === 'COUNTER' ? spanOf(event) : null,
  };
}
