import { Injectable } from '@nestjs/common';
import { editText, type Actor, type Language } from '#core/kernel';
import { Database } from '#platform/database';
import { paperContext } from '../domain/paper-context.js';
import { paperLifecycle } from '../domain/paper.lifecycle.js';
import type { Grade } from '../domain/papers.types.js';
import { paperEdited } from '../papers.events.js';
import { linkItems, lockPaper, savePaper } from '../persistence/papers.repository.js';
import { aboutPaper, afterContentChange } from './after-change.js';

export interface EditPaperInput {
  readonly paperId: string;
  readonly version: number;
  /** Language of `title`; in the language it was written in, an edit makes the others stale. */
  readonly lang: Language;
  readonly title?: string | undefined;
  readonly grade?: Grade | undefined;
  /** The agenda items it belongs to, all of them. */
  readonly itemIds?: readonly string[] | undefined;
}

/**
 * Changes title, grade or items of an own paper. What is published beyond both sides is corrected by another paper.
 * @throws papers.notFound, papers.titlePublished, papers.itemNotFound, common.staleVersion, common.forbidden
 */
@Injectable()
export class EditPaper {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: EditPaperInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const paper = await lockPaper(tx, input.paperId, input.version);
      const state = paperLifecycle.step(paper.state, 'edit', paperContext(paper, actor));
      const title = input.title === undefined ? paper.title : editText(paper.title, input.lang, input.title);
      const grade = input.grade ?? paper.grade;
      if (input.itemIds) await linkItems(tx, paper, input.itemIds);
      const version = await savePaper(tx, { id: paper.id, title, grade, state });
      if (title !== paper.title || grade !== paper.grade) await afterContentChange(tx, paper);
      await tx.publish(paperEdited, { sessionId: paper.sessionId, paperId: paper.id, version }, aboutPaper(paper));
    });
  }
}
