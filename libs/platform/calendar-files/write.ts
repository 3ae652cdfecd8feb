import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEvent,
  type ICalEventData,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent, CalendarGuest, CalendarMailbox, CalendarSpan } from './calendar-file.js';
import { oneLine, parameterText, plainText, safeAddress, safeUid, safeUrl } from './safe-text.js';
import { zoneComponent } from './zones.js';

export interface InvitationParts {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly organizer: CalendarMailbox;
  /** The one person the file is for. Nobody else's address stands in it. */
  readonly guest: CalendarGuest;
  readonly event: CalendarEvent;
}

/** An iTIP message to one person (RFC 5546 3.2.2, 3.2.5). */
export function writeInvitation({ method, organizer, guest, event }: InvitationParts): string {
  const calendar = newCalendar(method);
  const written = addEvent(calendar, event, organizer);
  written.createAttendee({
    email: safeAddress(guest.address),
    name: parameterText(guest.name),
    role: roles[guest.role],
    status: statuses[guest.partstat],
    type: ICalAttendeeType.INDIVIDUAL,
    rsvp: method === 'REQUEST',
  });
  return finish(calendar);
}

export interface FeedParts {
  /** Name of the calendar as its subscriber sees it. */
  readonly name: string;
  readonly organizer: CalendarMailbox;
  readonly events: readonly CalendarEvent[];
  /** How often a subscriber may ask again, in seconds; absent for a file that is downloaded once. */
  readonly refreshSeconds?: number;
}

/** Published events (RFC 5546 3.2.1): no attendee, no alarm (pitfalls.md 23); cancelled ones stay as CANCELLED (pitfalls.md 16). */
export function writeFeed({ name, organizer, events, refreshSeconds }: FeedParts): string {
  const calendar = newCalendar('PUBLISH').name(oneLine(name));
  if (refreshSeconds !== undefined) calendar.ttl(refreshSeconds);
  for (const event of events) addEvent(calendar, event, organizer);
  return finish(calendar);
}

const roles: Record<CalendarGuest['role'], ICalAttendeeRole> = {
  CHAIR: ICalAttendeeRole.CHAIR,
  'REQ-PARTICIPANT': ICalAttendeeRole.REQ,
  'OPT-PARTICIPANT': ICalAttendeeRole.OPT,
  'NON-PARTICIPANT': ICalAttendeeRole.NON,
};

const statuses: Record<CalendarGuest['partstat'], ICalAttendeeStatus> = {
  'NEEDS-ACTION': ICalAttendeeStatus.NEEDSACTION,
  ACCEPTED: ICalAttendeeStatus.ACCEPTED,
  DECLINED: ICalAttendeeStatus.DECLINED,
  TENTATIVE: ICalAttendeeStatus.TENTATIVE,
  DELEGATED: ICalAttendeeStatus.DELEGATED,
};

function newCalendar(method: 'REQUEST' | 'CANCEL' | 'PUBLISH'): ICalCalendar {
  // The library writes one VTIMEZONE for each TZID that events use (pitfalls.md 4).
  return ical({ method: ICalCalendarMethod[method], prodId: '//Forum Desk//Forum Desk//EN' }).timezone({
    name: null,
    generator: zoneComponent,
  });
}

function addEvent(calendar: ICalCalendar, event: CalendarEvent, organizer: CalendarMailbox): ICalEvent {
  return calendar.createEvent({
    id: safeUid(event.uid),
    sequence: event.sequence,
    stamp: new Date(event.stampedAt),
    lastModified: new Date(event.modifiedAt),
    summary: oneLine(event.summary),
    description: plainText(event.description),
    ...(event.location === null ? {} : { location: oneLine(event.location) }),
    url: safeUrl(event.url),
    organizer: { name: parameterText(organizer.name) || organizer.address, email: safeAddress(organizer.address) },
    status: ICalEventStatus[event.status],
    transparency: event.status === 'CANCELLED' ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    ...when(event.span),
  });
}

function when(span: CalendarSpan): Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'timezone'> {
  if (span.kind === 'days') {
    // DTEND of whole days is the day after the last one (pitfalls.md 9).
    const end = Temporal.PlainDate.from(span.to).add({ days: 1 });
    return { allDay: true, start: Temporal.PlainDate.from(span.from), end };
  }
  const zone = zoneComponent(span.zone) === null ? 'UTC' : span.zone;
  const at = (instant: string): Temporal.ZonedDateTime => Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return {
    start: at(span.startsAt),
    ...(span.endsAt === null ? {} : { end: at(span.endsAt) }),
    ...(zone === 'UTC' ? {} : { timezone: zone }),
  };
}

/** The library folds at 75 octets between code points and leaves out the last line break. */
const finish = (calendar: ICalCalendar): string => `${calendar.toString()}\r\n`;
