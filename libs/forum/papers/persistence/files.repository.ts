import { newId, type Language } from '#core/kernel';
import type { Tx } from '#platform/database';
import { currentFile, isShared, type PaperFileRow, type PaperRow } from '../domain/papers.types.js';

/** A file that lies in the storage and was looked into. */
export interface NewFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly storageKey: string;
}

/**
 * Stores an upload as the present file of its language; the one before is kept as replaced. In a shared paper both sides see it at once,
 * and nobody else: who reads beyond them is opened with two keys. A translation remembers the original it says.
 * @returns the id of the file
 */
export async function insertFile(tx: Tx, paper: PaperRow, lang: Language, file: NewFile): Promise<string> {
  const id = newId();
  const shared = isShared(paper);
  const ofFileId = lang === paper.originalLang ? null : (currentFile(paper, paper.originalLang)?.id ?? null);
  await tx.query(
    `update forum.paper_file set replaced_at = forum.now() where paper_id = $1 and lang = $2 and replaced_at is null`,
    [paper.id, lang],
  );
  await tx.query(
    `insert into forum.paper_file (id, paper_id, lang, revision, of_file_id, name, media_type, size, content_hash, storage_key, uploaded_by_post_id,
                                   shared_at, audience)
     select $1, $2::uuid, $3::text, case when $4 then (select coalesce(max(f.revision), 0) + 1 from forum.paper_file f where f.paper_id = $2 and f.lang = $3) end,
            $5, $6, $7, $8, $9, $10, $11, case when $4 then forum.now() end, $12`,
    [
      id,
      paper.id,
      lang,
      shared,
      ofFileId,
      file.name,
      file.mediaType,
      file.size,
      file.sha256,
      file.storageKey,
      tx.actor.postIds[0] ?? null,
      shared ? 'joint' : paper.side,
    ],
  );
  return id;
}

/** Says that a language version needs no change although the original was replaced. */
export async function keepFile(tx: Tx, file: PaperFileRow, originalId: string): Promise<void> {
  await tx.query('update forum.paper_file set of_file_id = $2 where id = $1', [file.id, originalId]);
}
