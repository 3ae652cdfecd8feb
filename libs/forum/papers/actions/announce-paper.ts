import { Injectable } from '@nestjs/common';
import { commonErrors, newText, type Actor, type Language } from '#core/kernel';
import { Database } from '#platform/database';
import { sessionsErrors } from '#forum/sessions';
import { mayDraft, takesPapers } from '../domain/paper-context.js';
import { papersErrors } from '../domain/papers.errors.js';
import { isShared, type Grade, type SupersedeKind } from '../domain/papers.types.js';
import { paperAnnounced } from '../papers.events.js';
import { insertPaper, linkItems, lockPaper } from '../persistence/papers.repository.js';
import { findPaperSession } from '../queries/paper-session.js';
import { findPaper } from '../queries/papers.js';

export interface AnnouncePaperInput {
  readonly sessionId: string;
  /** Language of the working title and of the original. */
  readonly lang: Language;
  readonly title: string;
  readonly grade: Grade;
  readonly itemIds?: readonly string[] | undefined;
  /** The shared paper of the own side that this one revises, corrects or adds to. */
  readonly supersedes?: { readonly paperId: string; readonly kind: SupersedeKind } | undefined;
}

/**
 * Says that a paper is to come: awaited, under a working title, its side's own.
 * @returns the id of the paper
 * @throws sessions.notFound, papers.sessionOver, papers.supersededNotFound, papers.itemNotFound, common.forbidden
 */
@Injectable()
export class AnnouncePaper {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: AnnouncePaperInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const session = await findPaperSession(tx, input.sessionId);
      if (!session) throw sessionsErrors.notFound();
      const { side } = actor;
      if (side === null || !mayDraft(actor)) throw commonErrors.forbidden();
      if (!takesPapers(session)) throw papersErrors.sessionOver();
      if (input.supersedes) {
        const older = await findPaper(tx, input.supersedes.paperId);
        if (
          !older ||
          older.side !== side ||
          older.sessionId !== session.id ||
          !isShared(older) ||
          older.state === 'withdrawn'
        )
          throw papersErrors.supersededNotFound();
      }
      const paperId = await insertPaper(tx, {
        sessionId: session.id,
        side,
        title: newText(input.lang, input.title),
        originalLang: input.lang,
        grade: input.grade,
        supersedes: input.supersedes ?? null,
      });
      const paper = await lockPaper(tx, paperId);
      if (input.itemIds) await linkItems(tx, paper, input.itemIds);
      await tx.publish(
        paperAnnounced,
        { sessionId: session.id, paperId },
        { audience: side, subjectType: 'paper', subjectId: paperId },
      );
      return paperId;
    });
  }
}
