import { commonErrors, newId, type Audience, type Language, type LocalizedText, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { recordContent, recordHash } from '../domain/record-content.js';
import type { RecordState } from '../domain/record.lifecycle.js';
import type { ParagraphKind, RecordKind, RecordParagraph, RecordRow } from '../domain/record.types.js';
import { recordsErrors } from '../domain/records.errors.js';
import { asExchanged } from '../domain/words.js';
import type { RecordOccasion } from '../queries/record-versions.js';
import { findRecord, recordOfParagraph } from '../queries/records.js';

/** Locks a text; every change of it and of its paragraphs goes through this lock. @throws records.notFound, common.staleVersion */
export async function lockRecord(tx: Tx, id: string, version?: number): Promise<RecordRow> {
  await tx.query('select id from forum.record where id = $1 for update', [id]);
  const record = await findRecord(tx, tx.actor.side, id);
  if (!record) throw recordsErrors.notFound();
  if (version !== undefined && record.version !== version) throw commonErrors.staleVersion();
  return record;
}

/** Locks the text of a paragraph, and checks that the paragraph is the version the actor has seen. */
export async function lockParagraph(
  tx: Tx,
  id: string,
  version: number,
): Promise<{ record: RecordRow; paragraph: RecordParagraph }> {
  await tx.query(
    'select id from forum.record where id = (select record_id from forum.record_paragraph where id = $1) for update',
    [id],
  );
  const record = await recordOfParagraph(tx, tx.actor.side, id);
  const paragraph = record?.paragraphs.find((one) => one.id === id);
  if (!record || !paragraph) throw recordsErrors.paragraphNotFound();
  if (paragraph.version !== version) throw commonErrors.staleVersion();
  return { record, paragraph };
}

export interface NewRecord {
  readonly sessionId: string;
  readonly side: Side;
  readonly kind: RecordKind;
  readonly title: LocalizedText;
  readonly forSignature: boolean;
  readonly authenticLanguages: readonly Language[];
  readonly annexOfId: string | null;
  readonly corrigendumOfId: string | null;
  readonly prevailingLanguage?: Language | null | undefined;
}

/** Stores a text that only its own side sees; gives its id. */
export async function insertRecord(tx: Tx, record: NewRecord): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.record (id, session_id, origin_side, kind, title, for_signature, authentic_languages, annex_of_id, corrigendum_of_id, prevailing_language, audience)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $3)`,
    [
      id,
      record.sessionId,
      record.side,
      record.kind,
      record.title,
      record.forSignature,
      record.authenticLanguages,
      record.annexOfId,
      record.corrigendumOfId,
      record.prevailingLanguage ?? null,
    ],
  );
  return id;
}

type Facts = Pick<
  RecordRow,
  'id' | 'title' | 'state' | 'forSignature' | 'adReferendum' | 'authenticLanguages' | 'prevailingLanguage'
>;

/** Writes a text's own facts and counts a change; gives the new version. */
export async function saveRecord(tx: Tx, record: Facts): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    `update forum.record set title = $2, state = $3, for_signature = $4, ad_referendum = $5, authentic_languages = $6, prevailing_language = $7,
            withdrawn_at = case when $3 = 'withdrawn' then coalesce(withdrawn_at, forum.now()) end, version = version + 1, updated_at = forum.now()
      where id = $1 returning version`,
    [
      record.id,
      record.title,
      record.state,
      record.forSignature,
      record.adReferendum,
      record.authenticLanguages,
      record.prevailingLanguage,
    ],
  );
  if (!row) throw recordsErrors.notFound();
  return row.version;
}

export const moveRecord = (tx: Tx, record: RecordRow, state: RecordState): Promise<number> =>
  saveRecord(tx, { ...record, state });

/**
 * Shows a text and its paragraphs to both sides. Versions go on from a round number and a corrigendum is counted here, so that nothing
 * tells how long it was worked on, nor of a draft.
 */
export async function shareRecord(tx: Tx, record: RecordRow, state: RecordState): Promise<void> {
  if (record.corrigendumOfId !== null)
    await tx.query('select id from forum.record where id = $1 for update', [record.corrigendumOfId]);
  await tx.query(
    `update forum.record r set audience = 'joint', state = $2, shared_at = forum.now(), shown_at = forum.now(),
            corrigendum_number = case when r.corrigendum_of_id is not null then
              (select coalesce(max(o.corrigendum_number), 0) + 1 from forum.record o where o.corrigendum_of_id = r.corrigendum_of_id) end,
            title = $3, version = (r.version / 1000 + 1) * 1000, updated_at = forum.now()
      where r.id = $1`,
    [record.id, state, asExchanged(record.title)],
  );
  await tx.query(
    `update forum.record_paragraph p set audience = 'joint', text = o.text, version = (p.version / 1000 + 1) * 1000
       from jsonb_to_recordset($2::jsonb) as o(id uuid, text jsonb) where p.record_id = $1 and p.id = o.id`,
    [record.id, JSON.stringify(record.paragraphs.map(({ id, text }) => ({ id, text: asExchanged(text) })))],
  );
}

export interface NewParagraph {
  readonly kind: ParagraphKind;
  readonly text: LocalizedText;
  readonly agendaItemId: string | null;
  readonly correctsId?: string | undefined;
}

/** Adds a paragraph at a place, from 1; those behind it make room. */
export async function insertParagraph(tx: Tx, record: RecordRow, paragraph: NewParagraph, at: number): Promise<string> {
  const id = newId();
  await tx.query(
    'update forum.record_paragraph set position = position + 1 where record_id = $1 and removed_at is null and position >= $2',
    [record.id, at],
  );
  await tx.query(
    `insert into forum.record_paragraph (id, record_id, position, kind, text, agenda_item_id, corrects_id, audience)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      record.id,
      at,
      paragraph.kind,
      paragraph.text,
      paragraph.agendaItemId,
      paragraph.correctsId ?? null,
      record.audience satisfies Audience,
    ],
  );
  return id;
}

/** Writes a paragraph's present words. @throws common.staleVersion */
export async function saveParagraph(
  tx: Tx,
  { id, kind, text, agendaItemId, version }: RecordParagraph,
): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    `update forum.record_paragraph set kind = $3, text = $4, agenda_item_id = $5, version = version + 1, updated_at = forum.now()
      where id = $1 and version = $2 returning version`,
    [id, version, kind, text, agendaItemId],
  );
  if (!row) throw commonErrors.staleVersion();
  return row.version;
}

export async function placeParagraphs(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(
    `update forum.record_paragraph p set position = o.at from unnest($1::uuid[]) with ordinality as o(id, at) where p.id = o.id and p.position <> o.at`,
    [ids],
  );
}

export async function removeParagraph(tx: Tx, id: string): Promise<void> {
  await tx.query(
    'update forum.record_paragraph set removed_at = forum.now(), version = version + 1, updated_at = forum.now() where id = $1',
    [id],
  );
}

/** Keeps the content as an immutable numbered version, unless the latest one says the same. */
export async function keepRecordVersion(tx: Tx, record: RecordRow, occasion: RecordOccasion): Promise<void> {
  const hash = recordHash(record);
  const [latest] = await tx.query<{ number: number; hash: string }>(
    'select number, content_hash as hash from forum.record_version where record_id = $1 order by number desc limit 1',
    [record.id],
  );
  if (latest?.hash === hash) return;
  await tx.query(
    `insert into forum.record_version (id, record_id, number, content_hash, content, occasion, made_by_side) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      newId(),
      record.id,
      (latest?.number ?? 0) + 1,
      hash,
      JSON.stringify(recordContent(record)),
      occasion,
      tx.actor.side,
    ],
  );
}
