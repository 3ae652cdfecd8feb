import { Injectable } from '@nestjs/common';
import { commonErrors, historicText, newText, type Actor, type Language } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { agendaOfSession, isOnAgenda } from '#forum/agenda';
import { sessionsErrors } from '#forum/sessions';
import { mayDraft, takesRecords } from '../domain/record-context.js';
import { decisionsToOutline } from '../domain/outline.js';
import { isShared, signedKinds, type RecordKind } from '../domain/record.types.js';
import { recordsErrors } from '../domain/records.errors.js';
import { asExchanged, foreignWords, keptWords } from '../domain/words.js';
import { insertParagraph, insertRecord, lockRecord, type NewParagraph } from '../persistence/records.repository.js';
import { findRecordSession } from '../queries/record-session.js';
import { findRecord } from '../queries/records.js';
import { recordDrafted } from '../records.events.js';
import { aboutRecord } from './after-change.js';

export interface DraftRecordInput {
  readonly sessionId: string;
  readonly kind: RecordKind;
  /** Language of the title: its source. */
  readonly lang: Language;
  readonly title: string;
  /** Unless told, by its kind. */
  readonly forSignature?: boolean | undefined;
  /** The text that an annex belongs to. */
  readonly annexOfId?: string | undefined;
  /** With a heading for each shared item of the agenda, what was decided on it and, for signature, a place to sign. */
  readonly outline?: boolean | undefined;
}

/**
 * Begins a text of a session as a draft of the own side.
 * @returns the id of the text
 * @throws sessions.notFound, records.sessionCancelled, records.annexOfMissing, records.unknownToken, common.forbidden
 */
@Injectable()
export class DraftRecord {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: DraftRecordInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const session = await findRecordSession(tx, input.sessionId);
      if (!session) throw sessionsErrors.notFound();
      const { side } = actor;
      if (side === null || !mayDraft(actor)) throw commonErrors.forbidden();
      if (!takesRecords(session)) throw recordsErrors.sessionCancelled();
      const forSignature = input.forSignature ?? signedKinds.includes(input.kind);
      if (forSignature && input.kind === 'unilateral_press_release') throw recordsErrors.jointOnly();
      await assertAnnex(tx, input);
      const recordId = await insertRecord(tx, {
        sessionId: session.id,
        side,
        kind: input.kind,
        title: newText(input.lang, keptWords(input.title)),
        forSignature,
        // The two sides' own languages are equally authentic unless they agree on others (glossary doc.authentic_text).
        authenticLanguages: forSignature ? ['ko', 'ja'] : [],
        annexOfId: input.annexOfId ?? null,
        corrigendumOfId: null,
      });
      if (input.outline) await addOutline(tx, recordId, input.sessionId, forSignature);
      const record = await lockRecord(tx, recordId);
      await tx.publish(recordDrafted, { sessionId: session.id, recordId }, aboutRecord(record));
      return recordId;
    });
  }
}

/** An annex belongs to a text of the same session that its side sees; a shared annex never to a draft (see exchange). */
async function assertAnnex(tx: Tx, { kind, annexOfId, sessionId }: DraftRecordInput): Promise<void> {
  if ((kind === 'annex') !== (annexOfId !== undefined)) throw recordsErrors.annexOfMissing();
  if (annexOfId === undefined) return;
  const main = await findRecord(tx, tx.actor.side, annexOfId);
  if (main?.sessionId !== sessionId || main.kind === 'annex' || main.state === 'withdrawn')
    throw recordsErrors.annexOfMissing();
}

async function addOutline(tx: Tx, recordId: string, sessionId: string, forSignature: boolean): Promise<void> {
  const agenda = await agendaOfSession(tx, tx.actor.side, sessionId);
  const record = await lockRecord(tx, recordId);
  const items = (agenda?.items ?? []).filter((item) => item.kind === 'item' && isOnAgenda(item) && isShared(item));
  const decided = await decisionsToOutline(tx, sessionId);
  const listed = items.map(({ id }) => id);
  const decisionsOn = (itemId: string | null): NewParagraph[] =>
    decided
      .filter((one) => (listed.includes(one.itemId ?? '') ? one.itemId : null) === itemId)
      .map(({ text }) => ({ kind: 'decision', text: asExchanged(foreignWords(text)), agendaItemId: itemId }));
  const rows: NewParagraph[] = [
    ...items.flatMap((item): NewParagraph[] => [
      { kind: 'heading', text: asExchanged(foreignWords(item.title)), agendaItemId: item.id },
      ...decisionsOn(item.id),
    ]),
    ...decisionsOn(null),
  ];
  for (const [at, row] of rows.entries()) await insertParagraph(tx, record, row, at + 1);
  if (!forSignature) return;
  const lines = '{SIGN1}\n\n{SIGN2}';
  const text = historicText({ ko: lines, ja: lines, en: lines }, tx.actor.language);
  await insertParagraph(tx, record, { kind: 'signature_block', text, agendaItemId: null }, rows.length + 1);
}
