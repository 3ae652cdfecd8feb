import type { Reader } from '#platform/database';
import type { Holiday } from '../domain/holiday.types.js';
import { WorkingCalendar } from '../domain/working-calendar.js';

/** The calendar as stored now: rules and what people entered, without withdrawn days. One statement, about 40 rows a year. */
export async function loadCalendar(reader: Reader): Promise<WorkingCalendar> {
  const rows = await reader.query<Holiday>(
    `select side, to_char(date, 'YYYY-MM-DD') as date, kind, status, name
       from forum.holiday
      where not withdrawn
      order by date, side desc, rule`,
  );
  return WorkingCalendar.of(rows);
}
