import { Injectable } from '@nestjs/common';
import { editText, type Actor, type Language } from '#core/kernel';
import { Database } from '#platform/database';
import { recordContext } from '../domain/record-context.js';
import { recordLifecycle } from '../domain/record.lifecycle.js';
import { isShared } from '../domain/record.types.js';
import { recordsErrors } from '../domain/records.errors.js';
import { assertKeepsWordsOf, keptWords } from '../domain/words.js';
import { lockRecord, saveRecord } from '../persistence/records.repository.js';
import { recordEdited } from '../records.events.js';
import { aboutRecord, afterChange } from './after-change.js';
import { otherSideOf } from './edit-paragraph.js';

export interface EditRecordInput {
  readonly recordId: string;
  readonly version: number;
  /** Language of `title`. */
  readonly lang: Language;
  readonly title?: string | undefined;
  readonly forSignature?: boolean | undefined;
  /** The languages whose words count equally; none for what is not signed. */
  readonly authenticLanguages?: readonly Language[] | undefined;
  /** The language that decides where they differ; null names none (domain.md 3.7). */
  readonly prevailingLanguage?: Language | null | undefined;
}

/**
 * Changes the title or the facts of a text: the own side's draft freely, a shared one as a counter-proposal.
 * @throws records.notFound, records.prevailingNotAuthentic, records.otherSidesWords, records.bracketUntagged, records.signedAgain, common.staleVersion,
 *   common.forbidden, common.wrongState
 */
@Injectable()
export class EditRecord {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: EditRecordInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const record = await lockRecord(tx, input.recordId, input.version);
      recordLifecycle.step(record.state, 'edit', recordContext(record, actor));
      if (input.forSignature && record.kind === 'unilateral_press_release') throw recordsErrors.jointOnly();
      const title =
        input.title === undefined ? record.title : editText(record.title, input.lang, keptWords(input.title));
      const other = otherSideOf(actor);
      if (isShared(record) && other) assertKeepsWordsOf(other, record.title, title);
      const authenticLanguages = input.authenticLanguages ?? record.authenticLanguages;
      const prevailingLanguage =
        input.prevailingLanguage === undefined ? record.prevailingLanguage : input.prevailingLanguage;
      if (prevailingLanguage !== null && !authenticLanguages.includes(prevailingLanguage))
        throw recordsErrors.prevailingNotAuthentic();
      const forSignature = input.forSignature ?? record.forSignature;
      // What was signed is corrected by what is signed, and nothing else (domain.md 3.7).
      if (record.corrigendumOfId !== null && forSignature !== record.forSignature) throw recordsErrors.signedAgain();
      await saveRecord(tx, { ...record, title, forSignature, authenticLanguages, prevailingLanguage });
      const now = await afterChange(tx, record, 'proposal');
      const payload = { sessionId: record.sessionId, recordId: record.id, version: now.version };
      await tx.publish(recordEdited, payload, aboutRecord(record));
    });
  }
}
