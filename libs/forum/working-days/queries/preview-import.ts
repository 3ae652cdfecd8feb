import { createHash } from 'node:crypto';
import { canonicalJson, type Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { readHolidayFile } from '../domain/holiday-file.js';
import { planImport, type RowPlan } from '../domain/plan-import.js';
import { isWithinReach, REACH } from '../domain/reach.js';
import { listHolidays } from './list-holidays.js';

export interface ImportPlan {
  readonly rows: readonly RowPlan[];
  /** Names what was seen: the file and the present table; an import names it so that nothing else is taken over. */
  readonly seen: string;
}

/**
 * What the import of a file into one side's table would do, row by row; nothing is written.
 * @throws working-days.fileTooLarge and the other faults of a file that cannot be read at all
 */
export async function previewImport(reader: Reader, side: Side, bytes: Uint8Array): Promise<ImportPlan> {
  const file = readHolidayFile(bytes);
  const dates = file.map(({ date }) => date).filter(isWithinReach);
  const known = await listHolidays(reader, {
    from: dates.reduce((a, b) => (a < b ? a : b), REACH.last),
    to: dates.reduce((a, b) => (a > b ? a : b), REACH.first),
    side,
  });
  const rows = planImport(side, known, file);
  return {
    rows,
    seen: createHash('sha256')
      .update(canonicalJson(rows.map(essenceOf)))
      .digest('hex'),
  };
}

/** What must be the same when the import is done: the row, what becomes of it, and the version of the day it meets. */
function essenceOf(plan: RowPlan): object {
  const { line, date, kind, status, names, rule, citation } = plan.row;
  const meets = plan.outcome === 'changed' || plan.outcome === 'unchanged' ? [plan.day.id, plan.day.version] : [];
  return { line, date, kind, status, names, rule, citation, outcome: plan.outcome, meets };
}
