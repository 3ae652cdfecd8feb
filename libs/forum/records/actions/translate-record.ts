import { Injectable } from '@nestjs/common';
import { confirmNoChange, translateText, type Actor, type Language, type LocalizedText } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { recordContext } from '../domain/record-context.js';
import { recordLifecycle } from '../domain/record.lifecycle.js';
import { isShared, type RecordRow } from '../domain/record.types.js';
import { recordsErrors } from '../domain/records.errors.js';
import { assertKeepsWordsOf, keptWords } from '../domain/words.js';
import { lockParagraph, lockRecord, saveParagraph, saveRecord } from '../persistence/records.repository.js';
import { recordTranslated } from '../records.events.js';
import { aboutRecord, afterChange } from './after-change.js';
import { otherSideOf } from './edit-paragraph.js';

export interface TranslationOfText {
  readonly version: number;
  readonly lang: Language;
  /** The words, or `no-change` to say that the last change of the source changes nothing in this language. */
  readonly work:
    | { readonly text: string; readonly status: 'draft' | 'machine' | 'checked'; readonly ofRevision: number }
    | 'no-change';
}

export type TranslateRecordInput = TranslationOfText &
  ({ readonly recordId: string } | { readonly paragraphId: string });

/**
 * Supplies one language of a title or paragraph (domain.md 3.5). New words in an agreed text clear both keys and both clearances.
 * @throws records.notFound, records.paragraphNotFound, records.revisionMoved, records.machineText in a shared text,
 *   records.otherSidesWords, common.isTheSource, common.staleVersion, common.forbidden
 */
@Injectable()
export class TranslateRecord {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: TranslateRecordInput): Promise<void> {
    return this.database.runInTx(actor, (tx) => translateRecord(tx, input));
  }
}

/** The same within a transaction of the translation desk. */
export async function translateRecord(tx: Tx, input: TranslateRecordInput): Promise<void> {
  if ('recordId' in input) {
    const record = await lockRecord(tx, input.recordId, input.version);
    assertMay(tx, record, input);
    await saveRecord(tx, { ...record, title: translated(tx, record, record.title, input) });
    await tell(tx, record, input.lang);
    return;
  }
  const { record, paragraph } = await lockParagraph(tx, input.paragraphId, input.version);
  assertMay(tx, record, input);
  await saveParagraph(tx, { ...paragraph, text: translated(tx, record, paragraph.text, input) });
  await tell(tx, record, input.lang);
}

function assertMay(tx: Tx, record: RecordRow, { work }: TranslationOfText): void {
  recordLifecycle.step(record.state, 'translate', recordContext(record, tx.actor));
  // Machine text is never shown to the other side (domain.md 7).
  if (isShared(record) && work !== 'no-change' && work.status === 'machine')
    throw recordsErrors.machineText({ count: 1 });
}

function translated(tx: Tx, record: RecordRow, text: LocalizedText, { lang, work }: TranslationOfText): LocalizedText {
  if (work === 'no-change') return confirmNoChange(text, lang);
  if (work.ofRevision !== text.revision) throw recordsErrors.revisionMoved({ revision: text.revision });
  const now = translateText(text, lang, keptWords(work.text), work.status, work.ofRevision);
  const other = otherSideOf(tx.actor);
  // A translation that follows a changed source may lose the brackets that were closed there.
  if (isShared(record) && other && text[lang]?.of === text.revision) assertKeepsWordsOf(other, text, now);
  return now;
}

async function tell(tx: Tx, record: RecordRow, language: Language): Promise<void> {
  await afterChange(tx, record, 'translation');
  await tx.publish(
    recordTranslated,
    { sessionId: record.sessionId, recordId: record.id, language },
    aboutRecord(record),
  );
}
