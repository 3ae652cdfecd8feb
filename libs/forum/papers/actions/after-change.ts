import type { Tx } from '#platform/database';
import { closeOpenProposals, twoKeyErrors } from '#forum/two-key';
import { isShared, type PaperRow, type ReleaseTarget } from '../domain/papers.types.js';
import { paperReleaseCancelled } from '../papers.events.js';
import { cancelReleases } from '../persistence/papers.repository.js';

/**
 * To be called when words or files of a paper changed: what was proposed, agreed or planned about it was about other content, so open
 * proposals end and planned releases are given up (domain.md 3.6: any edit clears both keys). Interpreters turn no keys and end no
 * proposals; one that stands on older content is refused when it is accepted.
 */
export async function afterContentChange(
  tx: Tx,
  paper: PaperRow,
  reason: string | null = twoKeyErrors.contentChanged.code,
): Promise<void> {
  if (isShared(paper) && tx.actor.side !== null) await closeOpenProposals(tx, 'paper', paper.id);
  await tellCancelled(tx, paper, await cancelReleases(tx, paper.id, { reason }));
}

/** Tells those who knew of a planned release that it was given up. */
export async function tellCancelled(tx: Tx, paper: PaperRow, targets: readonly ReleaseTarget[]): Promise<void> {
  for (const to of targets)
    await tx.publish(paperReleaseCancelled, { sessionId: paper.sessionId, paperId: paper.id, to }, aboutPaper(paper));
}

/** Who may come to know that something happened to a paper: its own side, then both; never more, whoever reads it. */
export function aboutPaper(paper: Pick<PaperRow, 'id' | 'side' | 'audience'>) {
  return { audience: isShared(paper) ? 'joint' : paper.side, subjectType: 'paper', subjectId: paper.id } as const;
}
