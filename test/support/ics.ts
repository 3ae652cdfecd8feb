import ICAL from 'ical.js';

/** A calendar file as an independent parser reads it (ical.js; the writer is another library). */
export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly stamp: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly status: string;
  /** ISO in UTC, or `YYYY-MM-DD` for whole days (the end is the day after the last one). */
  readonly start: string;
  readonly end: string;
  readonly zone: string | null;
  readonly attendees: readonly string[];
}

export interface ReadCalendar {
  readonly method: string;
  readonly zones: readonly string[];
  readonly events: readonly ReadEvent[];
}

export function parseCalendar(text: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    zones: zones.map((zone) => zone.tzid),
    events: calendar.getAllSubcomponents('vevent').map((component) => readEvent(component, zones)),
  };
}

function readEvent(component: ICAL.Component, zones: readonly ICAL.Timezone[]): ReadEvent {
  const event = new ICAL.Event(component);
  const tzid = component.getFirstProperty('dtstart')?.getParameter('tzid');
  const at = (time: ICAL.Time): string => {
    if (time.isDate) return time.toString();
    const zone = zones.find((one) => one.tzid === tzid);
    if (zone) time.zone = zone;
    return time.convertToZone(ICAL.Timezone.utcTimezone).toString();
  };
  const text = (name: string) => String(component.getFirstPropertyValue(name) ?? '');
  return {
    uid: event.uid,
    sequence: event.sequence,
    stamp: text('dtstamp'),
    summary: event.summary,
    description: event.description,
    location: text('location'),
    status: text('status'),
    start: at(event.startDate),
    end: at(event.endDate),
    zone: typeof tzid === 'string' ? tzid : null,
    attendees: event.attendees.map((one) => String(one.getFirstValue())),
  };
}

/** Faults of the plain form: line breaks, lines over 75 octets, cut characters, alarms. */
export function formFaults(text: string): string[] {
  const lines = text.split('\r\n');
  return [
    ...(lines.at(-1) === '' ? [] : ['no line break at the end']),
    ...lines.filter((line) => /[\r\n]/u.test(line)).map((line) => `bare line break: ${line}`),
    ...lines.filter((line) => Buffer.byteLength(line) > 75).map((line) => `too long: ${line}`),
    ...lines.filter((line) => /[\p{Cs}\ufffd]/u.test(line)).map((line) => `cut: ${line}`),
    ...(/^BEGIN:VALARM/mu.test(text) ? ['an alarm'] : []),
  ];
}
