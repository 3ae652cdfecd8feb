import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { eventsOfRequest, findTranslation, knownNames, translationErrors, unitsOfRequest } from '#forum/translation';
import type { Reading } from '../http/decorators.js';
import { presentTranslation } from './translation.presenter.js';
import type { TranslationView } from './translation.views.js';

/** A request with its texts, as every answer about one request gives it. */
@Injectable()
export class TranslationReader {
  constructor(private readonly database: Database) {}

  /** @throws translation.notFound */
  async read(actor: Actor, reading: Reading, id: string): Promise<TranslationView> {
    const reader = this.database.reader(actor);
    const [row, found, history, names] = await Promise.all([
      findTranslation(reader, actor, id),
      unitsOfRequest(reader, id),
      eventsOfRequest(reader, id),
      knownNames(reader),
    ]);
    if (!row || !found) throw translationErrors.notFound();
    return presentTranslation(row, found.units, history, names, actor, reading);
  }
}
