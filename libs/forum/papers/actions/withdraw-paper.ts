import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { paperContext } from '../domain/paper-context.js';
import { paperLifecycle } from '../domain/paper.lifecycle.js';
import { paperWithdrawn } from '../papers.events.js';
import { lockPaper, savePaper } from '../persistence/papers.repository.js';
import { aboutPaper, afterContentChange } from './after-change.js';
import type { PaperVersion } from './release-paper.js';

/**
 * Takes an own paper back. One that was shared stays in the list under its symbol, marked as withdrawn: numbers have no gaps.
 * @throws papers.notFound, common.staleVersion, common.forbidden, common.wrongState
 */
@Injectable()
export class WithdrawPaper {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: PaperVersion): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const paper = await lockPaper(tx, input.paperId, input.version);
      const state = paperLifecycle.step(paper.state, 'withdraw', paperContext(paper, actor));
      await savePaper(tx, { ...paper, state });
      await afterContentChange(tx, paper, null);
      await tx.publish(paperWithdrawn, { sessionId: paper.sessionId, paperId: paper.id }, aboutPaper(paper));
    });
  }
}
