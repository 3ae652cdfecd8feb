import { Injectable } from '@nestjs/common';
import { commonErrors, LANGUAGES, type Actor, type LocalizedText } from '#core/kernel';
import { Database } from '#platform/database';
import { recordContext } from '../domain/record-context.js';
import { recordLifecycle } from '../domain/record.lifecycle.js';
import { recordsErrors } from '../domain/records.errors.js';
import { insertParagraph, insertRecord, lockRecord } from '../persistence/records.repository.js';
import { recordDrafted } from '../records.events.js';
import { aboutRecord } from './after-change.js';

export interface DraftCorrigendumInput {
  readonly recordId: string;
  /** The paragraphs that were wrong; each stands in the corrigendum with its words, to be corrected. */
  readonly paragraphIds: readonly string[];
}

/**
 * Begins a corrigendum of a text that was signed, adopted or released: a text of its own, counted when it is exchanged and signed again
 * (domain.md 3.7). What was signed stays as it is.
 * @returns the id of the corrigendum
 * @throws records.notFound, records.paragraphNotFound, records.noParagraphs, common.wrongState, common.forbidden
 */
@Injectable()
export class DraftCorrigendum {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { recordId, paragraphIds }: DraftCorrigendumInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const record = await lockRecord(tx, recordId);
      recordLifecycle.step(record.state, 'correct', recordContext(record, actor));
      if (actor.side === null) throw commonErrors.forbidden();
      if (paragraphIds.length === 0) throw recordsErrors.noParagraphs();
      const wrong = record.paragraphs.filter(({ id }) => paragraphIds.includes(id));
      if (wrong.length !== new Set(paragraphIds).size) throw recordsErrors.paragraphNotFound();
      const id = await insertRecord(tx, {
        sessionId: record.sessionId,
        side: actor.side,
        kind: record.kind,
        title: record.title,
        forSignature: record.forSignature,
        authenticLanguages: record.authenticLanguages,
        prevailingLanguage: record.prevailingLanguage,
        annexOfId: record.annexOfId,
        corrigendumOfId: record.corrigendumOfId ?? record.id,
      });
      const corrigendum = await lockRecord(tx, id);
      for (const [at, paragraph] of wrong.entries())
        await insertParagraph(
          tx,
          corrigendum,
          {
            kind: paragraph.kind,
            text: asFirst(paragraph.text),
            agendaItemId: paragraph.agendaItemId,
            correctsId: paragraph.id,
          },
          at + 1,
        );
      await tx.publish(recordDrafted, { sessionId: record.sessionId, recordId: id }, aboutRecord(corrigendum));
      return id;
    });
  }
}

/** The same words as a text of its own, from revision 1 on. */
function asFirst(text: LocalizedText): LocalizedText {
  return LANGUAGES.reduce<LocalizedText>(
    (all, lang) => {
      const words = text[lang];
      return words && words.of === text.revision ? { ...all, [lang]: { ...words, of: 1 } } : all;
    },
    { source: text.source, revision: 1 },
  );
}
