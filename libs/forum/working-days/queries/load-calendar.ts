import type { Reader } from '#platform/database';
import type { Holiday } from '../domain/holiday.types.js';
import { WorkingCalendar } from '../domain/working-calendar.js';

/** The calendar built last, and what it was built from. Immutable, so requests may share it. */
let latest: { readonly stamp: string; readonly calendar: WorkingCalendar } | undefined;

/**
 * The calendar as stored now: rules and what people entered, without withdrawn days, as this reader's transaction sees it.
 * Nearly every answer needs it and it hardly ever changes: the rows are read again only when the table has.
 */
export async function loadCalendar(reader: Reader): Promise<WorkingCalendar> {
  const [now] = await reader.query<{ stamp: string }>(
    `select concat_ws(' ', current_database(), pg_postmaster_start_time(), count(*), sum(version), max(updated_at), max(xmin::text::bigint)) as stamp
       from forum.holiday`,
  );
  const stamp = now?.stamp ?? '';
  if (latest?.stamp === stamp) return latest.calendar;
  const rows = await reader.query<Holiday>(
    `select side, to_char(date, 'YYYY-MM-DD') as date, kind, status, name
       from forum.holiday
      where not withdrawn
      order by date, side desc, rule`,
  );
  const calendar = WorkingCalendar.of(rows);
  latest = { stamp, calendar };
  return calendar;
}
