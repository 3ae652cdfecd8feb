import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { translationContext } from '../domain/translation-context.js';
import { translationErrors } from '../domain/translation.errors.js';
import { translationLifecycle } from '../domain/translation.lifecycle.js';
import type { TranslationRequest, TranslationUnit } from '../domain/translation.types.js';
import { aboutRequest, insertEvent, lockRequest } from '../persistence/translation.repository.js';
import { readUnits, unitsOfRequest } from '../queries/units-of-request.js';
import { translatableOf, type TranslationWork } from '../translatable.js';
import { translationKept, translationWritten } from '../translation.events.js';

export interface UnitWork {
  readonly unitId: string;
  /** The version of the object the actor has seen; left out by an import, whose work names the revision it translates. */
  readonly objectVersion?: number | undefined;
  readonly work: TranslationWork;
}

export interface SaveUnitsInput {
  readonly requestId: string;
  readonly units: readonly UnitWork[];
}

/**
 * Writes texts of a request, all or none: a person's draft, a machine's text that was imported, or the word that the last change of
 * the source needs none here, which is kept in the history (domain.md 3.5).
 * @throws translation.notFound, translation.unitNotFound, common.wrongState, common.forbidden, common.staleVersion, and what the owner
 *   of the text says, e.g. when the source is no longer the one translated
 */
@Injectable()
export class SaveUnits {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, { requestId, units }: SaveUnitsInput): Promise<void> {
    await this.database.runInTx(actor, async (tx) => {
      const found = await unitsOfRequest(tx, requestId);
      if (!found) throw translationErrors.notFound();
      assertMayTranslate(found.request, actor);
      for (const unit of units) await writeUnit(tx, found.request, unit);
      // The owners' rows are locked by now; the request comes after them, see lockRequest.
      const request = await lockRequest(tx, requestId);
      assertMayTranslate(request, actor);
      for (const unit of units) await tell(tx, request, unit);
    });
  }
}

function assertMayTranslate(request: TranslationRequest, actor: Actor): void {
  translationLifecycle.step(request.state, 'translate', translationContext(request, [], actor));
}

async function writeUnit(
  tx: Tx,
  request: TranslationRequest,
  { unitId, objectVersion, work }: UnitWork,
): Promise<void> {
  const [unit] = await readUnits(tx, request, [unitId]);
  if (!unit) throw translationErrors.unitNotFound();
  if (objectVersion !== undefined && objectVersion !== unit.objectVersion) throw commonErrors.staleVersion();
  await writeText(tx, request, unit, work);
  const kept = work === 'no-change';
  // Who says that nothing changes has not written the words, but answers for them all the same.
  await tx.query(
    `update forum.translation_unit set translated_user_id = $2, translated_post_id = $3, translated_at = forum.now(),
            translated_revision = $4, no_change = $5 where id = $1`,
    [unit.id, tx.actor.userId, tx.actor.postIds[0] ?? null, unit.source.revision, kept],
  );
}

/** Hands one text to its owner. */
export async function writeText(
  tx: Tx,
  request: Pick<TranslationRequest, 'containerType' | 'toLang'>,
  unit: TranslationUnit,
  work: TranslationWork,
): Promise<void> {
  const kind = translatableOf(request.containerType);
  if (!kind) throw translationErrors.unitNotFound();
  const { objectId: id, objectVersion: version, field } = unit;
  await kind.write(tx, { id, version, field, lang: request.toLang, work });
}

async function tell(tx: Tx, request: TranslationRequest, { unitId, work }: UnitWork): Promise<void> {
  const [unit] = await readUnits(tx, request, [unitId]);
  if (!unit) throw translationErrors.unitNotFound();
  const payload = { requestId: request.id, version: request.version, unitId };
  if (work !== 'no-change') {
    await tx.publish(translationWritten, payload, aboutRequest(request));
    return;
  }
  const { revision } = unit.source;
  await insertEvent(tx, request, 'noChange', { unitId, field: unit.field, revision: String(revision) });
  await tx.publish(translationKept, { ...payload, revision }, aboutRequest(request));
}
