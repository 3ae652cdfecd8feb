import { Injectable } from '@nestjs/common';
import type { Actor, Language } from '#core/kernel';
import { Database, type Reader } from '#platform/database';
import { paperContext } from '../domain/paper-context.js';
import { paperLifecycle } from '../domain/paper.lifecycle.js';
import { papersErrors } from '../domain/papers.errors.js';
import { currentFile, type PaperRow } from '../domain/papers.types.js';
import { paperFileAdded, paperFileKept } from '../papers.events.js';
import { insertFile, keepFile, type NewFile } from '../persistence/files.repository.js';
import { lockPaper, savePaper } from '../persistence/papers.repository.js';
import { findPaper } from '../queries/papers.js';
import { aboutPaper, afterContentChange } from './after-change.js';

export interface AddFileInput {
  readonly paperId: string;
  readonly lang: Language;
  readonly file: NewFile;
}

/**
 * Takes an upload as the present file of one language; a newer one replaces it and both are kept. Before the release the paper has to be
 * reviewed (again). An interpreter may add translations to a shared paper.
 * @returns the id of the file
 * @throws papers.notFound, papers.sessionOver, papers.isTheOriginal, common.forbidden, common.wrongState
 */
@Injectable()
export class AddFile {
  constructor(private readonly database: Database) {}

  /** Refuses before any byte is read, by the same rules as `run`. */
  async assertMay(actor: Actor, paperId: string): Promise<void> {
    const reader: Reader = this.database.reader(actor);
    const paper = await findPaper(reader, paperId);
    if (!paper) throw papersErrors.notFound();
    paperLifecycle.step(paper.state, 'add-file', paperContext(paper, actor));
  }

  run(actor: Actor, { paperId, lang, file }: AddFileInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const paper = await lockPaper(tx, paperId);
      const state = paperLifecycle.step(paper.state, 'add-file', paperContext(paper, actor));
      if (lang === paper.originalLang && !isOwn(actor, paper)) throw papersErrors.isTheOriginal();
      const fileId = await insertFile(tx, paper, lang, file);
      await savePaper(tx, { ...paper, state });
      await afterContentChange(tx, paper);
      await tx.publish(
        paperFileAdded,
        { sessionId: paper.sessionId, paperId, fileId, language: lang },
        aboutPaper(paper),
      );
      return fileId;
    });
  }
}

/**
 * Says that the last change of the original changes nothing in this language version; logged with the name of who said so.
 * @throws papers.notFound, papers.fileNotFound, papers.isTheOriginal, papers.originalMissing, common.forbidden
 */
@Injectable()
export class KeepFile {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { paperId, fileId }: { readonly paperId: string; readonly fileId: string }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const paper = await lockPaper(tx, paperId);
      const file = paper.files.find(({ id, current }) => id === fileId && current);
      if (!file) throw papersErrors.fileNotFound();
      const state = paperLifecycle.step(paper.state, 'keep-file', paperContext(paper, actor));
      if (file.lang === paper.originalLang) throw papersErrors.isTheOriginal();
      const original = currentFile(paper, paper.originalLang);
      if (!original) throw papersErrors.originalMissing();
      await keepFile(tx, file, original.id);
      await savePaper(tx, { ...paper, state });
      await tx.publish(
        paperFileKept,
        { sessionId: paper.sessionId, paperId, fileId, language: file.lang },
        aboutPaper(paper),
      );
    });
  }
}

const isOwn = (actor: Actor, paper: Pick<PaperRow, 'side'>): boolean => actor.side === paper.side;
