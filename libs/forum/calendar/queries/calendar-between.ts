import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { channelNameAs } from '#forum/channels';
import { addDays, WorkingCalendar, yearOf, type Holiday, type PlainDay } from '#forum/working-days';
import type { CalendarEntries, CalendarSession } from '../domain/calendar.types.js';

/** No talks last longer. The bound lets an index find the sessions that began before the first day asked for. */
export const LONGEST_SESSION_DAYS = 60;

interface CalendarRow {
  today: PlainDay;
  holidays: Holiday[];
  sessions: CalendarSession[];
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
  return { today: row.today, holidays: WorkingCalendar.of(row.holidays), sessions: row.sessions };
}

/** $1 side, $2 first and $3 last day, $4 the day before which no session in question began, $5 first of the month, $6 and $7 ends of the years. */
export function calendarParams(side: Side | null, from: PlainDay, to: PlainDay): unknown[] {
  return [
    side,
    from,
    to,
    addDays(from, -LONGEST_SESSION_DAYS),
    `${from.slice(0, 7)}-01`,
    `${String(yearOf(from))}-01-01`,
    `${String(yearOf(to))}-12-31`,
  ];
}

const list = (row: string, order: string): string =>
  `coalesce(jsonb_agg(jsonb_build_object(${row}) order by ${order}), '[]')`;

const holidays = `(
  select ${list(`'side', h.side, 'date', h.date, 'kind', h.kind, 'status', h.status, 'name', h.name`, 'h.date, h.side desc, h.rule')}
    from forum.holiday h where not h.withdrawn and h.date between $6::date and $7::date)`;

const sessions = `(
  select ${list(
    `'id', s.id, 'channelName', n.name, 'ordinalKr', s.ordinal_kr, 'ordinalJp', s.ordinal_jp,
     'from', s.start_date, 'to', coalesce(s.end_date, s.start_date), 'precision', s.date_precision,
     'startsAt', s.starts_at, 'endsAt', s.ends_at, 'zone', s.zone, 'place', s.place, 'format', s.format, 'host', s.host_side,
     'level', s.level, 'nominalLevel', n.nominal_level, 'state', s.state, 'illustrative', s.illustrative`,
    's.start_date, s.starts_at nulls first, s.id',
  )} from meeting s join named n on n.id = s.channel_id)`;

/** Names are looked up once per channel, not once per session. */
export const calendarStatement = `
  with meeting as materialized (
    select s.* from forum.session s
     where s.start_date between $4::date and $3::date
       and case s.date_precision when 'day' then coalesce(s.end_date, s.start_date) >= $2::date
                                 when 'month' then s.start_date >= $5::date
                                 else false end),
  named as materialized (
    select c.id, c.nominal_level, ${channelNameAs('c.id', '$1::text')} as name
      from forum.channel c where c.id in (select channel_id from meeting))
  select to_char(forum.today(forum.zone_of($1::text)), 'YYYY-MM-DD') as today,
         ${holidays} as holidays,
         ${sessions} as sessions`;
