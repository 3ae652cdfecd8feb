import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { contentHash, twoKeyErrors } from '#forum/two-key';
import { translationContext } from '../domain/translation-context.js';
import { translationErrors } from '../domain/translation.errors.js';
import { translationLifecycle } from '../domain/translation.lifecycle.js';
import type { TranslationRequest, TranslationUnit } from '../domain/translation.types.js';
import { lockRequest, recordEvent, saveRequest } from '../persistence/translation.repository.js';
import { readUnits, unitsOfRequest } from '../queries/units-of-request.js';
import { translationChecked } from '../translation.events.js';
import { writeText } from './save-units.js';
import type { StepInput } from './take-step.js';

export interface CheckTranslationInput extends StepInput {
  /** The hash of the texts that were read, as `unitsHash` gives it: nobody checks what they have not seen. */
  readonly hash: string;
}

/** SHA-256 over what a checker reads: every source and every target. */
export function unitsHash(units: readonly TranslationUnit[]): string {
  return contentHash(
    units.map(({ id, source, target }) => ({ id, source: source.text, target: target?.text ?? null })),
  );
}

/**
 * A second person says that the texts are right: delivered → checked, and every draft among them becomes a checked text.
 * @throws translation.notFound, common.staleVersion, common.wrongState, common.forbidden, translation.ownWork, translation.unitsOpen,
 *   two-key.contentChanged when the texts are no longer those that were read
 */
@Injectable()
export class CheckTranslation {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, { id, version, hash }: CheckTranslationInput): Promise<void> {
    await this.database.runInTx(actor, async (tx) => {
      const found = await unitsOfRequest(tx, id);
      if (!found) throw translationErrors.notFound();
      const { request, units } = found;
      translationLifecycle.step(request.state, 'check', translationContext(request, units, actor));
      if (unitsHash(units) !== hash) throw twoKeyErrors.contentChanged();
      await markChecked(tx, request, units);
      // The owners' rows are locked by now; the request comes after them, see lockRequest.
      const locked = await lockRequest(tx, id, version);
      const now = await readUnits(tx, locked);
      const state = translationLifecycle.step(locked.state, 'check', translationContext(locked, now, actor));
      if (unitsHash(now) !== hash) throw twoKeyErrors.contentChanged();
      const checked = await saveRequest(tx, locked, { state });
      await recordEvent(tx, checked, 'checked', translationChecked);
    });
  }
}

/** One text after the other, each on the version its object has by then. */
async function markChecked(tx: Tx, request: TranslationRequest, units: readonly TranslationUnit[]): Promise<void> {
  for (const { id, open, target } of units) {
    if (!open || target?.status !== 'draft') continue;
    const [unit] = await readUnits(tx, request, [id]);
    if (!unit?.target) throw translationErrors.unitNotFound();
    const { text } = unit.target;
    await writeText(tx, request, unit, { text, status: 'checked', ofRevision: unit.source.revision });
  }
}
