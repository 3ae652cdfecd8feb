import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { glossaryErrors } from '../domain/glossary.errors.js';
import { holdsKey } from '../domain/glossary.lifecycle.js';
import type { RowPlan } from '../domain/plan-import.js';
import type { TermFileFormat } from '../domain/file-term.types.js';
import { lockTerm } from '../persistence/glossary.repository.js';
import { previewImport, type ImportPlan } from '../queries/preview-import.js';
import { proposeNew, proposeWords } from './propose-term.js';

export interface ImportTermsInput {
  readonly bytes: Uint8Array;
  readonly format: TermFileFormat;
  /** `seen` of the preview: anything else is not taken over. */
  readonly seen: string;
  /** Read by both sides. */
  readonly reason: string | null;
}

/** So many proposals can still be read by the people who are to turn the other key. */
export const MAX_PROPOSALS = 500;

/**
 * Proposes what a file adds or changes, one proposal for each term, whole or not at all. Nothing is agreed by an import.
 * @throws common.forbidden, common.staleVersion when file or glossary are not those of the preview, glossary.importRefused when a row is
 * refused, glossary.importTooLarge, and the faults of a file that cannot be read
 */
@Injectable()
export class ImportTerms {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, { bytes, format, seen, reason }: ImportTermsInput): Promise<ImportPlan> {
    if (!holdsKey(actor)) throw commonErrors.forbidden();
    return this.database.runInTx(actor, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('glossary.import', 0))`);
      const plan = await previewImport(tx, bytes, format);
      if (plan.seen !== seen) throw commonErrors.staleVersion();
      assertAllTaken(plan.rows);
      for (const row of plan.rows) await propose(tx, row, reason);
      return plan;
    });
  }
}

async function propose(tx: Tx, plan: RowPlan, reason: string | null): Promise<void> {
  if (plan.outcome === 'added') await proposeNew(tx, plan.content, reason);
  if (plan.outcome !== 'changed') return;
  await proposeWords(tx, await lockTerm(tx, plan.term.id, plan.term.version), plan.content, reason);
}

function assertAllTaken(rows: readonly RowPlan[]): void {
  const fields = rows.flatMap((plan) =>
    plan.outcome === 'refused' ? [{ path: `rows.${String(plan.row.line)}`, ...plan.fault }] : [],
  );
  if (fields.length > 0) throw glossaryErrors.importRefused({ count: fields.length }, fields.slice(0, 100));
  const count = rows.filter(({ outcome }) => outcome === 'added' || outcome === 'changed').length;
  if (count > MAX_PROPOSALS) throw glossaryErrors.importTooLarge({ count, max: MAX_PROPOSALS });
}
