import { Temporal } from 'temporal-polyfill';
import { PARTSTATS, type CalendarMessage } from './calendar-file.js';
import { calendarFilesErrors } from './calendar-files.errors.js';
import { atMostOne, only, textOf, type Part } from './jcal.js';
import { plainText } from './safe-text.js';

const commentLength = 2000;
const bidi = /[\u202a-\u202e\u2066-\u2069]/gu;

/** Who answers what. One person answers for one person: with several it would be unclear whose answer it is. */
export function answerOf(event: Part): Pick<CalendarMessage, 'attendee' | 'partstat'> {
  const [attendee, ...more] = event.properties.filter(({ name }) => name === 'attendee');
  if (!attendee || more.length > 0) throw calendarFilesErrors.attendeeUnclear();
  const [, address] = /^mailto:([^\s,;:<>()"\\@]+@[^\s,;:<>()"\\@]+)$/iu.exec(textOf(attendee)) ?? [];
  const said = (attendee.parameters.get('partstat') ?? 'NEEDS-ACTION').toUpperCase();
  const partstat = PARTSTATS.find((word) => word === said);
  if (address === undefined || address.length > 254 || partstat === undefined)
    throw calendarFilesErrors.attendeeUnclear();
  return { attendee: address.normalize('NFKC').toLowerCase(), partstat };
}

/** Zero when it is not given (RFC 5545 3.8.7.4). */
export function sequenceOf(event: Part): number {
  const value = atMostOne(event, 'sequence')?.value ?? 0;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 2_147_483_647)
    throw calendarFilesErrors.malformed();
  return value;
}

/** DTSTAMP, which is always in UTC. ISO 8601. */
export function stampOf(event: Part): string {
  const text = textOf(only(event, 'dtstamp'));
  if (!text.endsWith('Z')) throw calendarFilesErrors.malformed();
  const at = Temporal.Instant.from(text);
  if (!isSensibleYear(at.toZonedDateTimeISO('UTC').year)) throw calendarFilesErrors.malformed();
  return at.toString();
}

/** What people wrote with their answer, as plain text; null when nothing. */
export function commentOf(event: Part): string | null {
  const texts = event.properties.flatMap(({ name, value }) =>
    name === 'comment' && typeof value === 'string' ? [value] : [],
  );
  const text = plainText(texts.join('\n')).replace(bidi, '').normalize('NFC').trim();
  return text === '' ? null : Array.from(text).slice(0, commentLength).join('');
}

export const isSensibleYear = (year: number): boolean => year >= 1970 && year < 2200;
