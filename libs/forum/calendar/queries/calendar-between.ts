import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { channelNameAs } from '#forum/channels';
import { addDays, WorkingCalendar, yearOf, type AvoidPeriod, type Holiday, type PlainDay } from '#forum/working-days';
import type { CalendarEntries, CalendarHold, CalendarPollSlot, CalendarSession } from '../domain/calendar.types.js';

/** No talks last longer. The bound lets an index find the sessions that began before the first day asked for. */
export const LONGEST_SESSION_DAYS = 60;

interface CalendarRow {
  today: PlainDay;
  holidays: Holiday[];
  avoidPeriods: AvoidPeriod[];
  sessions: CalendarSession[];
  holds: CalendarHold[];
  pollSlots: CalendarPollSlot[];
}

/**
 * What both countries' calendars, the sessions, holds and polls have between two days, both included, as the reader may see it.
 * One statement: everything on the page is of one moment, and a month costs one round trip.
 */
export async function calendarBetween(
  reader: Reader,
  side: Side | null,
  from: PlainDay,
  to: PlainDay,
): Promise<CalendarEntries> {
  const [row] = await reader.query<CalendarRow>(calendarStatement, calendarParams(side, from, to));
  if (!row) throw new TypeError('calendar.noRow');
  return { ...row, holidays: WorkingCalendar.of(row.holidays) };
}

/**
 * $1 side, $2 first and $3 last day, $4 the day before which no session in question began, $5 first of the month, $6 and $7 ends of the
 * years, $8 and $9 days between which the instants of the days in question lie in every zone.
 */
export function calendarParams(side: Side | null, from: PlainDay, to: PlainDay): unknown[] {
  return [
    side,
    from,
    to,
    addDays(from, -LONGEST_SESSION_DAYS),
    `${from.slice(0, 7)}-01`,
    `${String(yearOf(from))}-01-01`,
    `${String(yearOf(to))}-12-31`,
    `${addDays(from, -1)}T00:00:00Z`,
    `${addDays(to, 2)}T00:00:00Z`,
  ];
}

const list = (row: string, order: string): string =>
  `coalesce(jsonb_agg(jsonb_build_object(${row}) order by ${order}), '[]')`;

const holidays = `(
  select ${list(`'side', h.side, 'date', h.date, 'kind', h.kind, 'status', h.status, 'name', h.name`, 'h.date, h.side desc, h.rule')}
    from forum.holiday h where not h.withdrawn and h.date between $6::date and $7::date)`;

const avoidPeriods = `(
  select ${list(`'id', a.id, 'side', a.side, 'from', a.starts_on, 'to', a.ends_on, 'name', a.name`, 'a.starts_on, a.side desc, a.ends_on, a.id')}
    from forum.avoid_period a where not a.withdrawn and a.ends_on >= $2::date and a.starts_on <= $3::date)`;

const sessions = `(
  select ${list(
    `'id', s.id, 'channelName', n.name, 'ordinalKr', s.ordinal_kr, 'ordinalJp', s.ordinal_jp,
     'from', s.start_date, 'to', coalesce(s.end_date, s.start_date), 'precision', s.date_precision,
     'startsAt', s.starts_at, 'endsAt', s.ends_at, 'zone', s.zone, 'place', s.place, 'format', s.format, 'host', s.host_side,
     'level', s.level, 'state', s.state, 'illustrative', s.illustrative`,
    's.start_date, s.starts_at nulls first, s.id',
  )} from meeting s join named n on n.id = s.channel_id)`;

const holds = `(
  select ${list(
    `'id', h.id, 'pollId', h.poll_id, 'channelName', n.name, 'sessionId', h.session_id, 'day', h.day,
     'startsAt', h.starts_at, 'endsAt', h.ends_at, 'zone', h.zone, 'placedBy', h.placed_by_side, 'expiresAt', h.expires_at`,
    'h.starts_at, h.id',
  )} from held h join named n on n.id = h.channel_id where h.day between $2::date and $3::date)`;

const pollSlots = `(
  select ${list(
    `'id', a.id, 'pollId', a.poll_id, 'channelName', n.name, 'day', a.day, 'startsAt', a.starts_at, 'endsAt', a.ends_at,
     'zone', a.zone, 'deadline', a.deadline, 'shared', a.shared`,
    'a.starts_at, a.id',
  )} from asked a join named n on n.id = a.channel_id
   where a.day between $2::date and $3::date and a.id not in (select slot_id from held))`;

/**
 * Names are looked up once per channel, not once per entry. A slot and a poll are looked up by key (`limit 1`), however many there are.
 * Instants are compared with instants: under row-level security a comparison of `timestamptz` with `date` would not use the index.
 */
export const calendarStatement = `
  with meeting as materialized (
    select s.* from forum.session s
     where s.start_date between $4::date and $3::date
       and case s.date_precision when 'day' then coalesce(s.end_date, s.start_date) >= $2::date
                                 when 'month' then s.start_date >= $5::date
                                 else false end),
  held as materialized (
    select h.*, s.poll_id, (h.starts_at at time zone h.zone)::date as day
      from forum.session_hold h
     cross join lateral (select poll_id from forum.date_poll_slot where id = h.slot_id limit 1) s
     where h.starts_at >= $8::timestamptz and h.starts_at < $9::timestamptz
       and h.released_at is null and h.expires_at > forum.now()),
  asked as materialized (
    select s.id, s.poll_id, s.starts_at, s.ends_at, p.channel_id, p.zone, p.deadline, p.audience not in ('kr','jp') as shared,
           (s.starts_at at time zone p.zone)::date as day
      from forum.date_poll_slot s
     cross join lateral (select * from forum.date_poll where id = s.poll_id and state in ('draft','open') limit 1) p
     where s.starts_at >= $8::timestamptz and s.starts_at < $9::timestamptz),
  named as materialized (
    select c.id, ${channelNameAs('c.id', '$1::text')} as name
      from forum.channel c
     where c.id in (select channel_id from meeting union select channel_id from held union select channel_id from asked))
  select to_char(forum.today(forum.zone_of($1::text)), 'YYYY-MM-DD') as today,
         ${holidays} as holidays,
         ${avoidPeriods} as "avoidPeriods",
         ${sessions} as sessions,
         ${holds} as holds,
         ${pollSlots} as "pollSlots"`;
