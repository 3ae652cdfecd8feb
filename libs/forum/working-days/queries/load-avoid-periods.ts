import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { PlainDay } from '../domain/holiday.types.js';

/** A stretch of days, both ends included, on which a side would rather not meet. It frees nobody: deadlines ignore it. */
export interface AvoidPeriod {
  readonly id: string;
  readonly side: Side;
  readonly from: PlainDay;
  readonly to: PlainDay;
  readonly name: LocalizedText;
}

/** The soft periods that touch the days from `from` to `to`, both included, by first day; withdrawn ones are left out. One statement. */
export async function loadAvoidPeriods(reader: Reader, from: PlainDay, to: PlainDay): Promise<AvoidPeriod[]> {
  return reader.query<AvoidPeriod>(
    `select id, side, to_char(starts_on, 'YYYY-MM-DD') as "from", to_char(ends_on, 'YYYY-MM-DD') as "to", name
       from forum.avoid_period
      where ends_on >= $1::date and starts_on <= $2::date and not withdrawn
      order by starts_on, side desc, ends_on, id`,
    [from, to],
  );
}

/** A soft period as the table keeps it, also when withdrawn. */
export interface AvoidPeriodRecord extends AvoidPeriod {
  readonly origin: 'rule' | 'person';
  readonly withdrawn: boolean;
  readonly version: number;
}

const columns = `id, side, to_char(starts_on, 'YYYY-MM-DD') as "from", to_char(ends_on, 'YYYY-MM-DD') as "to", name, origin, withdrawn, version`;

/** The table's rows that touch a range, withdrawn ones among them. */
export function listAvoidPeriods(reader: Reader, from: PlainDay, to: PlainDay): Promise<AvoidPeriodRecord[]> {
  return reader.query<AvoidPeriodRecord>(
    `select ${columns} from forum.avoid_period
      where ends_on >= $1::date and starts_on <= $2::date
      order by starts_on, side desc, ends_on, id`,
    [from, to],
  );
}

export async function findAvoidPeriod(reader: Reader, id: string): Promise<AvoidPeriodRecord | undefined> {
  const [row] = await reader.query<AvoidPeriodRecord>(`select ${columns} from forum.avoid_period where id = $1`, [id]);
  return row;
}
