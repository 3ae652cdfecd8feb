import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import type { ReturnedFile } from '#platform/translation-files';
import { planImport, type ImportedUnit } from '../domain/import-plan.js';
import { translationErrors } from '../domain/translation.errors.js';
import { unitsOfRequest } from '../queries/units-of-request.js';
import { SaveUnits } from './save-units.js';

export interface ImportTranslationInput {
  readonly requestId: string;
  readonly returned: ReturnedFile;
  /** A machine wrote it, whatever the file says: it never counts as checked (domain.md 7). */
  readonly machine: boolean;
}

/**
 * Takes over the texts of a file that came back, all that can be taken or none, and says of each what became of it.
 * @throws translation.notFound, translation.otherRequest, translation.otherLanguages, common.wrongState, common.forbidden, and
 *   agenda.revisionMoved when a source changed in the same moment
 */
@Injectable()
export class ImportTranslation {
  constructor(
    private readonly database: Database,
    private readonly saveUnits: SaveUnits,
  ) {}

  async run(actor: Actor, { requestId, returned, machine }: ImportTranslationInput): Promise<ImportedUnit[]> {
    const found = await unitsOfRequest(this.database.reader(actor), requestId);
    if (!found) throw translationErrors.notFound();
    const { fromLang, toLang } = found.request;
    if (returned.requestId !== null && returned.requestId !== requestId) throw translationErrors.otherRequest();
    if (isOther(returned.from, fromLang) || isOther(returned.to, toLang))
      throw translationErrors.otherLanguages({ from: fromLang, to: toLang });
    const { report, toWrite } = planImport(found.units, returned.units, machine);
    const units = toWrite.map(({ unit, text, status }) => ({
      unitId: unit.id,
      work: { text, status, ofRevision: unit.source.revision },
    }));
    // Also with nothing to write: who may not translate learns nothing from a report.
    await this.saveUnits.run(actor, { requestId, units });
    return report;
  }
}

/** Tools write `ja` or `ja-JP`. */
function isOther(written: string | null, lang: string): boolean {
  return written !== null && written.toLowerCase().split('-')[0] !== lang;
}
