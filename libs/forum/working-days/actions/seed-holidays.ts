import { newId } from '#core/kernel';
import type { Tx } from '#platform/database';
import { holidaysByRule } from '../domain/rules.js';
import { asStored } from '../domain/stored-holiday.js';
import { seedAvoidPeriods } from './seed-avoid-periods.js';

/** Years that every installation starts with. */
export const SEEDED_YEARS = { first: 2023, last: 2034 } as const;

/**
 * Writes the days that the rules give for 2023–2034, and the soft periods. Idempotent: a day already there only takes a newer status
 * or name, a day that a person entered or withdrew is left alone. Gives the number of holidays written or changed.
 */
export async function seedHolidays(tx: Tx): Promise<number> {
  await seedAvoidPeriods(tx, SEEDED_YEARS);
  const rows = holidaysByRule(SEEDED_YEARS.first, SEEDED_YEARS.last).map((day) => ({
    id: newId(),
    rule: day.rule,
    ...asStored(day),
  }));
  const written = await tx.query<{ id: string }>(
    `insert into forum.holiday (id, side, date, rule, kind, status, name)
     select id, side, date, rule, kind, status, name
       from jsonb_to_recordset($1::jsonb) as day(id uuid, side text, date date, rule text, kind text, status text, name jsonb)
     on conflict on constraint uq_holiday_side_date_rule do update
        set kind = excluded.kind, status = excluded.status, name = excluded.name,
            version = holiday.version + 1, updated_at = forum.now()
      where holiday.origin = 'rule' and not holiday.withdrawn
        and (holiday.kind, holiday.status, holiday.name) is distinct from (excluded.kind, excluded.status, excluded.name)
     returning id`,
    [JSON.stringify(rows)],
  );
  return written.length;
}
