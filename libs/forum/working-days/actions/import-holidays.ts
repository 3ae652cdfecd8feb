import { Injectable } from '@nestjs/common';
import { commonErrors, newId, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { sideKeptBy } from '../domain/calendar-entry.lifecycle.js';
import { workingDaysErrors } from '../domain/working-days.errors.js';
import { insertHolidays, publishHolidays, saveHolidays } from '../persistence/holidays.repository.js';
import { previewImport, type ImportPlan } from '../queries/preview-import.js';

export interface ImportHolidaysInput {
  readonly bytes: Uint8Array;
  /** `seen` of the preview: anything else is not taken over. */
  readonly seen: string;
}

/**
 * Takes a holiday table over into the own side's calendar, whole or not at all. Days that the file does not name stay.
 * @throws common.forbidden, common.staleVersion when file or table are not those of the preview, working-days.importRefused when a row
 * is refused, and the faults of a file that cannot be read
 */
@Injectable()
export class ImportHolidays {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: ImportHolidaysInput): Promise<ImportPlan> {
    const side = sideKeptBy(actor);
    return this.database.runInTx(actor, async (tx) => {
      // One import of a side at a time: the second one sees what the first has written, and is then not what was previewed.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('working-days.import.' || $1, 0))`, [side]);
      const plan = await previewImport(tx, side, input.bytes);
      if (plan.seen !== input.seen) throw commonErrors.staleVersion();
      assertAllTaken(plan);
      const added = plan.rows.flatMap((row) => (row.outcome === 'added' ? [row.day] : []));
      const changed = plan.rows.flatMap((row) => (row.outcome === 'changed' ? [row.day] : []));
      if (added.length > 0) await insertHolidays(tx, added);
      if (changed.length > 0) await saveHolidays(tx, changed);
      await publishHolidays(tx, 'imported', [...added, ...changed], newId());
      return plan;
    });
  }
}

function assertAllTaken({ rows }: ImportPlan): void {
  const fields = rows.flatMap((row) =>
    row.outcome === 'refused' ? [{ path: `rows.${String(row.row.line)}`, ...row.fault }] : [],
  );
  if (fields.length > 0) throw workingDaysErrors.importRefused({ count: fields.length }, fields.slice(0, 100));
}
