import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library';

const known = new Set<string>(tzlib_get_timezones());

/**
 * VTIMEZONE of an IANA zone with its rules as RRULE from 1970, the same whatever day it is (pitfalls.md 2, 3); null for a zone
 * without one, whose times are then given in UTC (pitfalls.md 1).
 */
export function zoneComponent(zone: string): string | null {
  if (!known.has(zone)) return null;
  const [component, id] = tzlib_get_ical_block(zone);
  return component !== undefined && id === `TZID=${zone}` ? component : null;
}
