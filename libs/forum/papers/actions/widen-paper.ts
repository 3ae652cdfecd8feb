import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { contentHash, openProposal, twoKeyErrors, type AcceptedProposal } from '#forum/two-key';
import { paperContext } from '../domain/paper-context.js';
import { widenContent, type WidenContent } from '../domain/paper-content.js';
import { paperLifecycle } from '../domain/paper.lifecycle.js';
import { papersErrors } from '../domain/papers.errors.js';
import { isNarrower, type PaperRow, type ReleaseTarget, type WidenTarget } from '../domain/papers.types.js';
import { paperWiden } from '../paper-proposals.js';
import { paperReleasePlanned, paperWidened } from '../papers.events.js';
import { cancelReleases, lockPaper, planRelease, settleRelease, widenPaper } from '../persistence/papers.repository.js';

export interface ProposeWideningInput {
  readonly paperId: string;
  readonly version: number;
  readonly audience: WidenTarget;
  /** ISO 8601: the embargo for these readers. Absent is as soon as both keys are turned. */
  readonly at?: string | undefined;
  readonly reason?: string | undefined;
}

/**
 * Proposes to open a shared paper to more readers; the other side's key opens it (domain.md 3.15).
 * @returns the id of the proposal
 * @throws papers.restricted, papers.textsOpen with the gaps, papers.nothingToWiden, papers.notInFuture, papers.beforeEmbargo,
 *   two-key.alreadyProposed, common.staleVersion, common.forbidden
 */
@Injectable()
export class ProposeWidening {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: ProposeWideningInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const paper = await lockPaper(tx, input.paperId, input.version);
      const at = input.at === undefined ? null : new Date(input.at).toISOString();
      assertWidening(paper, actor, input.audience, at);
      if (at !== null && at <= paper.now) throw papersErrors.notInFuture();
      return openProposal(tx, paperWiden, paper.id, widenContent(paper, input.audience, at), {
        reason: input.reason ?? null,
      });
    });
  }
}

/** What the second key does: at once, or as a plan that the worker carries. */
export async function agreeWidening(tx: Tx, { subjectId, content }: AcceptedProposal<WidenContent>): Promise<void> {
  const paper = await lockPaper(tx, subjectId);
  if (contentHash(content) !== contentHash(widenContent(paper, content.audience, content.at)))
    throw twoKeyErrors.contentChanged();
  assertWidening(paper, tx.actor, content.audience, content.at);
  await cancelReleases(tx, paper.id, { to: content.audience });
  if (content.at !== null && content.at > paper.now) {
    await planRelease(tx, paper.id, content.audience, content.at, 'joint');
    const payload = { sessionId: paper.sessionId, paperId: paper.id, to: content.audience, at: content.at };
    await tx.publish(paperReleasePlanned, payload, { audience: 'joint', subjectType: 'paper', subjectId: paper.id });
    return;
  }
  await openPaper(tx, paper, content.audience);
}

/** Opens a paper to an audience; the caller has locked it and seen both keys. */
export async function openPaper(tx: Tx, paper: PaperRow, to: ReleaseTarget): Promise<void> {
  await widenPaper(tx, paper.id, to);
  await settleRelease(tx, paper.id, to);
  await tx.publish(
    paperWidened,
    { sessionId: paper.sessionId, paperId: paper.id, to },
    { audience: 'joint', subjectType: 'paper', subjectId: paper.id },
  );
}

/** Nothing is published before the session's own embargo. */
function assertWidening(paper: PaperRow, actor: Actor, audience: WidenTarget, at: string | null): void {
  paperLifecycle.step(paper.state, 'widen', paperContext(paper, actor));
  const left =
    isNarrower(paper.audience, audience) || paper.files.some((f) => f.current && isNarrower(f.audience, audience));
  if (!left) throw papersErrors.nothingToWiden();
  const embargo = paper.session?.embargoAt ?? null;
  if (audience === 'public' && embargo !== null && (at ?? paper.now) < embargo)
    throw papersErrors.beforeEmbargo({ at: embargo });
}
