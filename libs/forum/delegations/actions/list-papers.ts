import { Injectable } from '@nestjs/common';
import { commonErrors, newId, newText, type Actor, type Language, type Side } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { paperListed } from '../delegations.events.js';
import { delegationsErrors } from '../domain/delegations.errors.js';
import {
  interpretationContext,
  interpretationLifecycle,
  interpretationState,
} from '../domain/interpretation.lifecycle.js';
import { lockSessionOfList, sideOf } from '../persistence/delegations.repository.js';
import { findPaper, interpretationOfSession } from '../queries/interpretation-of-session.js';

export interface ListPaperInput {
  readonly sessionId: string;
  /** In the source language. */
  readonly title: string;
  readonly sourceLang: Language;
  readonly targetLang: Language;
  /** Characters of Korean and Japanese, words of English. */
  readonly amount: number;
  /** Both sides see it; otherwise it stays the own side's. */
  readonly shared: boolean;
}

/** Lists a paper of the own side that has to be translated for the session. @throws delegations.sameLanguage, common.forbidden */
@Injectable()
export class ListPaper {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: ListPaperInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const side = await assertMayList(tx, actor, input.sessionId);
      if (input.sourceLang === input.targetLang) throw delegationsErrors.sameLanguage();
      const id = newId();
      const audience = input.shared ? 'joint' : side;
      await tx.query(
        `insert into forum.translation_paper (id, session_id, side, title, source_lang, target_lang, amount, audience)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          input.sessionId,
          side,
          newText(input.sourceLang, input.title),
          input.sourceLang,
          input.targetLang,
          input.amount,
          audience,
        ],
      );
      await tx.publish(
        paperListed,
        { sessionId: input.sessionId, paperId: id },
        { audience, subjectType: 'session', subjectId: input.sessionId },
      );
    });
  }
}

export interface ChangePaperInput {
  readonly paperId: string;
  readonly version: number;
  readonly amount?: number | undefined;
  readonly delivered?: boolean | undefined;
  /** Shows a private paper to the other side; it is not taken back. */
  readonly shared?: true | undefined;
}

/** Counts a paper anew, marks its translation as delivered, or shares it. @returns the session @throws delegations.paperNotFound, common.staleVersion */
@Injectable()
export class ChangePaper {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: ChangePaperInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const paper = await findPaper(tx, input.paperId);
      if (!paper) throw delegationsErrors.paperNotFound();
      const side = await assertMayList(tx, actor, paper.sessionId);
      if (paper.side !== side) throw commonErrors.forbidden();
      if (paper.version !== input.version) throw commonErrors.staleVersion();
      const audience = input.shared ? 'joint' : paper.audience;
      // A paper that is shown for the first time goes on from a round number, which tells nothing of the drafts before it.
      await tx.query(
        `update forum.translation_paper set amount = $2, audience = $3,
                delivered_at = case when $4::boolean is null then delivered_at when $4 then forum.now() end,
                version = case when audience = $3 then version + 1 else (version / 1000 + 1) * 1000 end where id = $1`,
        [paper.id, input.amount ?? paper.amount, audience, input.delivered ?? null],
      );
      await tx.publish(
        paperListed,
        { sessionId: paper.sessionId, paperId: paper.id },
        { audience, subjectType: 'session', subjectId: paper.sessionId },
      );
      return paper.sessionId;
    });
  }
}

async function assertMayList(tx: Tx, actor: Actor, sessionId: string): Promise<Side> {
  const session = await lockSessionOfList(tx, sessionId);
  const row = await interpretationOfSession(tx, session.id);
  interpretationLifecycle.step(interpretationState(row), 'list-paper', interpretationContext(row, session, actor));
  return sideOf(actor);
}
