import { commonErrors, newId } from '#core/kernel';
import { registerViolations, type Tx } from '#platform/database';
import type { HolidayRecord } from '../domain/holiday.types.js';
import { workingDaysErrors } from '../domain/working-days.errors.js';
import { findHoliday } from '../queries/list-holidays.js';
import { holidaysChanged, type CalendarChange } from '../working-days.events.js';

registerViolations({
  uq_holiday_side_date_rule: () => workingDaysErrors.dayTaken(),
  ck_holiday_citation: () => workingDaysErrors.citationNeeded(),
});

export type NewHoliday = Omit<HolidayRecord, 'id' | 'origin' | 'withdrawn' | 'version'>;

/** @throws common.notFound, common.staleVersion */
export async function getHoliday(tx: Tx, id: string, version: number): Promise<HolidayRecord> {
  const holiday = await findHoliday(tx, id);
  if (!holiday) throw commonErrors.notFound();
  if (holiday.version !== version) throw commonErrors.staleVersion();
  return holiday;
}

/** Adds days entered by people. @returns their ids. @throws working-days.dayTaken, working-days.citationNeeded */
export async function insertHolidays(tx: Tx, days: readonly NewHoliday[]): Promise<string[]> {
  const rows = days.map((day) => ({ id: newId(), ...day }));
  await tx.query(
    `insert into forum.holiday (id, side, date, rule, kind, status, name, citation, origin)
     select id, side, date, rule, kind, status, name, nullif(citation, 'null'::jsonb), 'person'
       from jsonb_to_recordset($1::jsonb) as day(id uuid, side text, date date, rule text, kind text, status text, name jsonb, citation jsonb)`,
    [JSON.stringify(rows)],
  );
  return rows.map(({ id }) => id);
}

/** Writes days that people changed. The date and the rule never move. @throws common.staleVersion */
export async function saveHolidays(tx: Tx, days: readonly HolidayRecord[]): Promise<void> {
  const written = await tx.query(
    `update forum.holiday h
        set kind = day.kind, status = day.status, name = day.name, citation = nullif(day.citation, 'null'::jsonb),
            withdrawn = day.withdrawn, origin = day.origin, version = h.version + 1, updated_at = forum.now()
       from jsonb_to_recordset($1::jsonb) as day(id uuid, kind text, status text, name jsonb, citation jsonb, withdrawn boolean, origin text, version integer)
      where h.id = day.id and h.version = day.version
      returning h.id`,
    [JSON.stringify(days)],
  );
  if (written.length !== days.length) throw commonErrors.staleVersion();
}

/** Tells who counts with these days. */
export async function publishHolidays(
  tx: Tx,
  what: CalendarChange,
  days: readonly Pick<HolidayRecord, 'side' | 'date'>[],
  subjectId: string,
): Promise<void> {
  const dates = days.map(({ date }) => date).sort();
  const [from, to, side] = [dates[0], dates.at(-1), days[0]?.side];
  if (from === undefined || to === undefined || side === undefined) return;
  await tx.publish(holidaysChanged, { side, from, to, what }, { audience: 'joint', subjectType: 'holiday', subjectId });
}
