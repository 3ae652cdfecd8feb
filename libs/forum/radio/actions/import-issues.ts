import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor, type FieldFault, type Language } from '#core/kernel';
import { Database } from '#platform/database';
import { newFacts, withInput } from '../domain/issue-facts.js';
import { mayDraftRadio } from '../domain/radio-context.js';
import { radioErrors } from '../domain/radio.errors.js';
import type { FileEncoding } from '../files/read-issue-file.js';
import { insertDraft } from '../persistence/issue-facts.repository.js';
import { aboutRadio } from '../persistence/radio.repository.js';
import { previewIssueFile, type IssueFilePlan } from '../queries/preview-import.js';
import { todayOfRegister } from '../queries/today.js';
import { radioDrafted } from '../radio.events.js';

export interface ImportIssuesInput {
  readonly bytes: Uint8Array;
  readonly encoding: FileEncoding;
  /** Language of titles and descriptions. */
  readonly lang: Language;
  /** `seen` of the preview. */
  readonly seen: string;
  /** `all` takes over every row or none; `valid` leaves refused rows out. */
  readonly mode: 'all' | 'valid';
}

/**
 * Takes the rows of a file over as drafts of the own side, in one transaction. Rows that are there already are left out.
 * @throws radio.fileMoved when the file or the register is no longer what the preview showed, radio.fileRows with every fault in `fields`
 */
@Injectable()
export class ImportIssues {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: ImportIssuesInput): Promise<IssueFilePlan> {
    return this.database.runInTx(actor, async (tx) => {
      const { side } = actor;
      if (side === null || !mayDraftRadio(actor)) throw commonErrors.forbidden();
      // Two imports of a side at once: the second sees what the first took over.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 42))', [`radio_issue.import.${side}`]);
      const plan = await previewIssueFile(tx, input.bytes, input.encoding);
      if (plan.seen !== input.seen) throw radioErrors.fileMoved();
      const faults = plan.rows.flatMap(({ row }) =>
        row.faults.map(({ column, code, params }): FieldFault => ({
          path: `rows.${String(row.line)}.${column}`,
          code,
          params,
        })),
      );
      if (input.mode === 'all' && faults.length > 0) throw radioErrors.fileRows({ count: faults.length }, faults);
      const today = await todayOfRegister(tx);
      for (const { row, outcome } of plan.rows) {
        if (outcome !== 'added') continue;
        const { line: _line, faults: _faults, bands, title, ...rest } = row;
        const written = { ...rest, lang: input.lang, bands: bands.map((text) => ({ text })) };
        const id = await insertDraft(tx, side, withInput(newFacts(input.lang, title), written, today));
        await tx.publish(radioDrafted, { radioIssueId: id }, aboutRadio({ id, audience: side }));
      }
      return plan;
    });
  }
}
