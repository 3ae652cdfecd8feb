import { Injectable } from '@nestjs/common';
import { editText, newText, otherSide, type Actor, type Language, type Side } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { bracketGroups, type BracketOwner } from '../domain/brackets.js';
import { recordContext } from '../domain/record-context.js';
import { recordLifecycle } from '../domain/record.lifecycle.js';
import { isShared, type ParagraphKind, type RecordParagraph, type RecordRow } from '../domain/record.types.js';
import { recordsErrors } from '../domain/records.errors.js';
import { accepted, assertKeepsWordsOf, keptWords, wordsIn } from '../domain/words.js';
import {
  insertParagraph,
  lockParagraph,
  lockRecord,
  placeParagraphs,
  removeParagraph,
  saveParagraph,
} from '../persistence/records.repository.js';
import { itemOfSession } from '../queries/record-session.js';
import { recordEdited } from '../records.events.js';
import { aboutRecord, afterChange } from './after-change.js';

/** Of one text: each change of it reads it whole. */
const mostParagraphs = 500;

export interface AddParagraphInput {
  readonly recordId: string;
  readonly kind: ParagraphKind;
  readonly lang: Language;
  readonly text: string;
  readonly agendaItemId?: string | undefined;
  /** Its place, from 1; the end unless told. */
  readonly at?: number | undefined;
}

/**
 * Adds a paragraph, to a shared text as a counter-proposal.
 * @returns the id of the paragraph
 * @throws records.notFound, records.itemNotFound, records.itemPrivate, records.bracketUntagged, records.bracketUnbalanced,
 *   records.unknownToken, records.positionOutOfRange, records.tooManyParagraphs, common.forbidden, common.wrongState
 */
@Injectable()
export class AddParagraph {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: AddParagraphInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const record = await lockRecord(tx, input.recordId);
      recordLifecycle.step(record.state, 'edit', recordContext(record, actor));
      const last = record.paragraphs.length + 1;
      if (last > mostParagraphs) throw recordsErrors.tooManyParagraphs({ max: mostParagraphs });
      const at = input.at ?? last;
      if (at < 1 || at > last) throw recordsErrors.positionOutOfRange({ max: last });
      const agendaItemId = input.agendaItemId ?? null;
      await assertItem(tx, record, agendaItemId);
      await placeParagraphs(
        tx,
        record.paragraphs.map(({ id }) => id),
      );
      const text = newText(input.lang, keptWords(input.text));
      const id = await insertParagraph(tx, record, { kind: input.kind, text, agendaItemId }, at);
      await tell(tx, record);
      return id;
    });
  }
}

export interface EditParagraphInput {
  readonly paragraphId: string;
  readonly version: number;
  readonly lang: Language;
  readonly text?: string | undefined;
  readonly kind?: ParagraphKind | undefined;
  readonly agendaItemId?: string | null | undefined;
}

/** Changes a paragraph; in the language it was written in, the others become stale. @throws as AddParagraph, records.otherSidesWords, common.staleVersion */
@Injectable()
export class EditParagraph {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: EditParagraphInput): Promise<void> {
    return change(this.database, actor, input, async (tx, record, paragraph) => {
      if (input.agendaItemId !== undefined) await assertItem(tx, record, input.agendaItemId);
      const text =
        input.text === undefined ? paragraph.text : editText(paragraph.text, input.lang, keptWords(input.text));
      assertWords(actor, record, paragraph, text);
      await saveParagraph(tx, {
        ...paragraph,
        text,
        kind: input.kind ?? paragraph.kind,
        agendaItemId: input.agendaItemId === undefined ? paragraph.agendaItemId : input.agendaItemId,
      });
    });
  }
}

type ParagraphVersion = { readonly paragraphId: string; readonly version: number };

/** Follows the words of one owner of a group of brackets, in every language. @throws records.bracketNotFound, records.ownWords, common.staleVersion */
@Injectable()
export class AcceptBrackets {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: ParagraphVersion & { readonly group: number; readonly by: BracketOwner }): Promise<void> {
    return change(this.database, actor, input, async (tx, record, paragraph) => {
      const { group, by } = input;
      const found = bracketGroups(wordsIn(paragraph.text, paragraph.text.source))[group];
      if (!found?.brackets.some((bracket) => bracket.by === by)) throw recordsErrors.bracketNotFound();
      // What the other side keeps open is given up by the other side.
      const against = found.brackets.some((bracket) => bracket.by === otherSideOf(actor));
      if (isShared(record) && by !== otherSideOf(actor) && against) throw recordsErrors.ownWords();
      await saveParagraph(tx, { ...paragraph, text: accepted(paragraph.text, group, by) });
    });
  }
}

/** Moves a paragraph to another place, from 1. @throws records.positionOutOfRange, common.staleVersion */
@Injectable()
export class MoveParagraph {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: ParagraphVersion & { readonly to: number }): Promise<void> {
    return change(this.database, actor, input, async (tx, record, paragraph) => {
      const { length } = record.paragraphs;
      if (input.to < 1 || input.to > length) throw recordsErrors.positionOutOfRange({ max: length });
      const order = record.paragraphs.map(({ id }) => id).filter((id) => id !== paragraph.id);
      order.splice(input.to - 1, 0, paragraph.id);
      await placeParagraphs(tx, order);
    });
  }
}

/** Takes a paragraph out; the row stays. @throws records.otherSidesWords while the other side keeps words of it in brackets */
@Injectable()
export class RemoveParagraph {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: ParagraphVersion): Promise<void> {
    return change(this.database, actor, input, async (tx, record, paragraph) => {
      assertWords(actor, record, paragraph, null);
      await removeParagraph(tx, paragraph.id);
    });
  }
}

function change(
  database: Database,
  actor: Actor,
  { paragraphId, version }: ParagraphVersion,
  write: (tx: Tx, record: RecordRow, paragraph: RecordParagraph) => Promise<void>,
): Promise<void> {
  return database.runInTx(actor, async (tx) => {
    const { record, paragraph } = await lockParagraph(tx, paragraphId, version);
    recordLifecycle.step(record.state, 'edit', recordContext(record, actor));
    await write(tx, record, paragraph);
    await tell(tx, record);
  });
}

async function tell(tx: Tx, record: RecordRow): Promise<void> {
  const now = await afterChange(tx, record, 'proposal');
  const payload = { sessionId: record.sessionId, recordId: record.id, version: now.version };
  await tx.publish(recordEdited, payload, aboutRecord(record));
}

function assertWords(
  actor: Actor,
  record: RecordRow,
  { text }: RecordParagraph,
  after: RecordParagraph['text'] | null,
): void {
  const other = otherSideOf(actor);
  if (isShared(record) && other) assertKeepsWordsOf(other, text, after);
}

/** A shared text names only items that both see. */
async function assertItem(tx: Tx, record: RecordRow, itemId: string | null): Promise<void> {
  if (itemId === null) return;
  const item = await itemOfSession(tx, record.sessionId, itemId);
  if (!item) throw recordsErrors.itemNotFound();
  if (isShared(record) && !item.shared) throw recordsErrors.itemPrivate();
}

/** Null for who has no side. */
export function otherSideOf(actor: Actor): Side | null {
  return actor.side === null ? null : otherSide(actor.side);
}
