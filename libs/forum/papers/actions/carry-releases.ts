import { DomainError, type Actor } from '#core/kernel';
import type { Database, Tx } from '#platform/database';
import { paperContext } from '../domain/paper-context.js';
import { paperLifecycle } from '../domain/paper.lifecycle.js';
import type { PaperRow, ReleaseTarget } from '../domain/papers.types.js';
import { cancelReleases, lockPaper } from '../persistence/papers.repository.js';
import { tellCancelled } from './after-change.js';
import { releasePaper } from './release-paper.js';
import { openPaper } from './widen-paper.js';

/** The system itself: a planned moment belongs to no side. */
export const carrier: Actor = {
  userId: '00000000-0000-7000-8000-000000000001',
  side: null,
  roles: [],
  postIds: [],
  language: 'en',
  databaseRole: 'forum_worker',
};

/**
 * Carries one release whose moment has come by the database's clock, if there is one that nobody else carries. A public release waits for
 * the session's embargo too. Running it twice releases nothing twice.
 * @returns how many were carried or given up: 0 or 1
 */
export function carryDueRelease(database: Database): Promise<number> {
  return database.runInTx(carrier, async (tx) => {
    const [due] = await tx.query<{ paperId: string; to: ReleaseTarget }>(
      `select r.paper_id as "paperId", r.to_audience as to
         from forum.paper_release r join forum.paper p on p.id = r.paper_id join forum.session s on s.id = p.session_id
        where r.done_at is null and r.cancelled_at is null and r.planned_at <= forum.now()
          and (r.to_audience <> 'public' or s.embargo_at is null or s.embargo_at <= forum.now())
        order by r.planned_at, r.id limit 1 for update of p skip locked`,
    );
    if (!due) return 0;
    const paper = await lockPaper(tx, due.paperId);
    const refusal = await carry(tx, paper, due.to);
    if (refusal !== null)
      await tellCancelled(tx, paper, await cancelReleases(tx, paper.id, { to: due.to, reason: refusal.code }));
    return 1;
  });
}

/** Gives the reason when the paper is no longer what was planned to go out. */
async function carry(tx: Tx, paper: PaperRow, to: ReleaseTarget): Promise<DomainError | null> {
  if (to !== 'joint') {
    await openPaper(tx, paper, to);
    return null;
  }
  try {
    paperLifecycle.step(paper.state, 'carry', paperContext(paper, carrier, true));
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  await releasePaper(tx, paper);
  return null;
}
