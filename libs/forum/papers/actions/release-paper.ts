import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { paperContext } from '../domain/paper-context.js';
import { paperLifecycle } from '../domain/paper.lifecycle.js';
import { papersErrors } from '../domain/papers.errors.js';
import type { PaperRow, ReleaseTarget } from '../domain/papers.types.js';
import { supersedingStem, symbolStem } from '../domain/symbol.js';
import { paperReleased, paperReleasePlanned, paperReviewed } from '../papers.events.js';
import {
  cancelReleases,
  lockPaper,
  planRelease,
  savePaper,
  settleRelease,
  sharePaper,
} from '../persistence/papers.repository.js';
import { aboutPaper, tellCancelled } from './after-change.js';

export interface PaperVersion {
  readonly paperId: string;
  readonly version: number;
}

/** Says that a received paper was read and may go out. @throws papers.notFound, common.staleVersion, common.forbidden, common.wrongState */
@Injectable()
export class ReviewPaper {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: PaperVersion): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const paper = await lockPaper(tx, input.paperId, input.version);
      const state = paperLifecycle.step(paper.state, 'review', paperContext(paper, actor));
      await savePaper(tx, { ...paper, state });
      await tx.publish(paperReviewed, { sessionId: paper.sessionId, paperId: paper.id }, aboutPaper(paper));
    });
  }
}

export interface ReleasePaperInput extends PaperVersion {
  /** ISO 8601: an embargo, before which the other side sees nothing. Absent is at once. */
  readonly at?: string | undefined;
}

/**
 * Shows a reviewed paper to both sides, at once or at a moment to come, and gives it its symbol then.
 * @throws papers.notFound, papers.originalMissing, papers.machineText, papers.notInFuture, papers.releasePlanned, common.staleVersion
 */
@Injectable()
export class ReleasePaper {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: ReleasePaperInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const paper = await lockPaper(tx, input.paperId, input.version);
      if (input.at === undefined) {
        paperLifecycle.step(paper.state, 'release', paperContext(paper, actor));
        await releasePaper(tx, paper);
        return;
      }
      const at = new Date(input.at).toISOString();
      const state = paperLifecycle.step(paper.state, 'plan-release', paperContext(paper, actor));
      if (at <= (await tx.now())) throw papersErrors.notInFuture();
      await planRelease(tx, paper.id, 'joint', at, paper.side);
      await savePaper(tx, { ...paper, state });
      const payload = { sessionId: paper.sessionId, paperId: paper.id, to: 'joint', at } as const;
      await tx.publish(paperReleasePlanned, payload, aboutPaper(paper));
    });
  }
}

export interface CancelReleaseInput extends PaperVersion {
  readonly to: ReleaseTarget;
}

/** Gives a planned release of an own paper up. @throws papers.noReleasePlanned, common.staleVersion, common.forbidden */
@Injectable()
export class CancelRelease {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: CancelReleaseInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const paper = await lockPaper(tx, input.paperId, input.version);
      const state = paperLifecycle.step(paper.state, 'cancel-release', paperContext(paper, actor));
      const cancelled = await cancelReleases(tx, paper.id, { to: input.to });
      if (cancelled.length === 0) throw papersErrors.noReleasePlanned();
      await savePaper(tx, { ...paper, state });
      await tellCancelled(tx, paper, cancelled);
    });
  }
}

/** Gives the symbol and shows the paper to both sides; the caller has locked it and asked its lifecycle. */
export async function releasePaper(tx: Tx, paper: PaperRow): Promise<void> {
  if (!paper.session) throw papersErrors.notFound();
  const stem =
    paper.supersedesSymbol !== null && paper.supersedesKind !== null
      ? supersedingStem(paper.supersedesSymbol, paper.supersedesKind)
      : symbolStem({ ...paper.session, side: paper.side });
  await sharePaper(tx, paper, stem);
  await settleRelease(tx, paper.id, 'joint');
  await tx.publish(
    paperReleased,
    { sessionId: paper.sessionId, paperId: paper.id },
    { audience: 'joint', subjectType: 'paper', subjectId: paper.id },
  );
}
