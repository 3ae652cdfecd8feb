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

/** What Windows programs call the zones of the places people meet in (CLDR, windowsZones). */
const windowsNames: ReadonlyMap<string, string> = new Map([
  ['Korea Standard Time', 'Asia/Seoul'],
  ['Tokyo Standard Time', 'Asia/Tokyo'],
  ['China Standard Time', 'Asia/Shanghai'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['GMT Standard Time', 'Europe/London'],
  ['Eastern Standard Time', 'America/New_York'],
  ['Pacific Standard Time', 'America/Los_Angeles'],
  ['SE Asia Standard Time', 'Asia/Bangkok'],
  ['Singapore Standard Time', 'Asia/Singapore'],
]);

/** The IANA zone a TZID means, or null. The rules that came with it are never used. */
export function zoneNamed(id: string | undefined): string | null {
  if (id === undefined) return null;
  return known.has(id) ? id : (windowsNames.get(id) ?? null);
}
