import type { Tx } from '#platform/database';
import type { SigningContent } from '../domain/proposals.js';
import { isShared, type RecordRow } from '../domain/record.types.js';
import { shareRecord } from './records.repository.js';

/** Plans the minute of release, or gives it up with null. */
export async function setRelease(tx: Tx, recordId: string, at: string | null): Promise<void> {
  await tx.query(
    'update forum.record set release_at = $2, version = version + 1, updated_at = forum.now() where id = $1',
    [recordId, at],
  );
}

/**
 * Opens a text and its paragraphs to everybody: all languages are in one row, so they open at the same moment. A release of one side that
 * nobody was to be shown before counts from here on, as one that is exchanged does.
 */
export async function openRecord(tx: Tx, record: RecordRow): Promise<void> {
  if (!isShared(record)) await shareRecord(tx, record, record.state);
  await tx.query(
    `update forum.record set audience = 'public', state = 'released', released_at = forum.now(), version = version + 1, updated_at = forum.now()
      where id = $1`,
    [record.id],
  );
  await tx.query(`update forum.record_paragraph set audience = 'public' where record_id = $1 and removed_at is null`, [
    record.id,
  ]);
}

/** The other side sees these very words of a release of one side from now on. */
export async function showAgain(tx: Tx, recordId: string): Promise<void> {
  await tx.query('update forum.record set shown_at = forum.now() where id = $1', [recordId]);
}

export async function noteSigning(tx: Tx, recordId: string, content: SigningContent): Promise<void> {
  await tx.query(
    `update forum.record set signed_on = $2, signing_place = $3, kr_signatory_post_id = $4, jp_signatory_post_id = $5 where id = $1`,
    [recordId, content.on, content.place, content.krPostId, content.jpPostId],
  );
}

export async function noteConfirmation(tx: Tx, recordId: string): Promise<void> {
  await tx.query('update forum.record set confirmed_at = forum.now() where id = $1', [recordId]);
}

/** What was confirmed does not stand any longer. */
export async function endConfirmation(tx: Tx, recordId: string): Promise<void> {
  await tx.query('update forum.record set confirmed_at = null where id = $1 and confirmed_at is not null', [recordId]);
}

export async function noteKeptClosed(tx: Tx, recordId: string): Promise<void> {
  await tx.query('update forum.record set not_public = true where id = $1', [recordId]);
}
