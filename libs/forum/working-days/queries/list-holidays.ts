import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { HolidayRecord, PlainDay } from '../domain/holiday.types.js';

const columns = `id, side, to_char(date, 'YYYY-MM-DD') as date, rule, kind, status, name, origin, withdrawn, citation, version`;

/** The table's rows between two days, both included, by date; of one side or, without one, of both. Withdrawn rows are among them. */
export function listHolidays(
  reader: Reader,
  wanted: { readonly from: PlainDay; readonly to: PlainDay; readonly side?: Side | undefined },
): Promise<HolidayRecord[]> {
  return reader.query<HolidayRecord>(
    `select ${columns} from forum.holiday
      where date between $1::date and $2::date and ($3::text is null or side = $3)
      order by date, side desc, rule`,
    [wanted.from, wanted.to, wanted.side ?? null],
  );
}

export async function findHoliday(reader: Reader, id: string): Promise<HolidayRecord | undefined> {
  const [row] = await reader.query<HolidayRecord>(`select ${columns} from forum.holiday where id = $1`, [id]);
  return row;
}
