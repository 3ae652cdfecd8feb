import { Temporal } from 'temporal-polyfill';
import type { CalendarSpan } from './calendar-file.js';
import { calendarFilesErrors } from './calendar-files.errors.js';
import { atMostOne, only, textOf, type Part, type Property } from './jcal.js';
import { isSensibleYear } from './read-answer.js';
import { zoneNamed } from './zones.js';

/** The time an event names. @throws calendar-files.timeUnclear for a zone nobody knows, a time without zone, or an end before the start */
export function spanOf(event: Part): CalendarSpan {
  const start = only(event, 'dtstart');
  const end = atMostOne(event, 'dtend');
  return start.type === 'date' ? daysOf(start, end) : timesOf(start, end, atMostOne(event, 'duration'));
}

function daysOf(start: Property, end: Property | undefined): CalendarSpan {
  const from = Temporal.PlainDate.from(textOf(start), { overflow: 'reject' });
  // DTEND is the day after the last one (pitfalls.md 9).
  const to = end ? Temporal.PlainDate.from(textOf(end), { overflow: 'reject' }).subtract({ days: 1 }) : from;
  if (end && end.type !== 'date') throw calendarFilesErrors.timeUnclear();
  if (!isSensibleYear(from.year) || !isSensibleYear(to.year) || Temporal.PlainDate.compare(from, to) > 0)
    throw calendarFilesErrors.timeUnclear();
  return { kind: 'days', from: from.toString(), to: to.toString() };
}

function timesOf(start: Property, end: Property | undefined, duration: Property | undefined): CalendarSpan {
  const from = zoned(start);
  const to = end ? zoned(end) : duration ? from.add(Temporal.Duration.from(textOf(duration))) : null;
  if (to && (!isSensibleYear(to.year) || Temporal.ZonedDateTime.compare(from, to) > 0))
    throw calendarFilesErrors.timeUnclear();
  const endsAt = to?.toInstant().toString() ?? null;
  return { kind: 'timed', startsAt: from.toInstant().toString(), endsAt, zone: from.timeZoneId };
}

function zoned(property: Property): Temporal.ZonedDateTime {
  const text = textOf(property);
  if (property.type !== 'date-time') throw calendarFilesErrors.timeUnclear();
  const zone = text.endsWith('Z') ? 'UTC' : zoneNamed(property.parameters.get('tzid'));
  if (zone === null) throw calendarFilesErrors.timeUnclear();
  const wall = Temporal.PlainDateTime.from(text.replace(/Z$/u, ''), { overflow: 'reject' });
  if (!isSensibleYear(wall.year)) throw calendarFilesErrors.timeUnclear();
  return wall.toZonedDateTime(zone);
}
