import type { Tx } from '#platform/database';
import { sourceOf } from '../domain/proposal-subjects.js';
import type { ProposalState } from '../domain/proposal.lifecycle.js';
import type { ProposalRow, ProposalSubject } from '../domain/proposal.types.js';
import { twoKeyErrors } from '../domain/two-key.errors.js';
import { findProposal } from '../queries/proposals.js';

/**
 * Locks the subject and then the proposal, in that order, as whoever touches both.
 * @throws two-key.proposalNotFound, also when it is not the actor's to know of
 */
export async function lockProposal(tx: Tx, id: string): Promise<ProposalRow> {
  const seen = await findProposal(tx, id);
  if (!seen) throw twoKeyErrors.proposalNotFound();
  await tx.query(sourceOf(seen.subjectType).lock, [seen.subjectId]);
  await tx.query(`select id from forum.proposal where id = $1 and state = 'open' for update`, [id]);
  const locked = await findProposal(tx, id);
  if (!locked) throw twoKeyErrors.proposalNotFound();
  return locked;
}

/** Locks the open proposals about an object; `kind` narrows to one. */
export async function lockOpenProposals(
  tx: Tx,
  subjectType: ProposalSubject,
  subjectId: string,
  kind?: string,
): Promise<Pick<ProposalRow, 'id' | 'hash' | 'state' | 'proposedBy'>[]> {
  return tx.query(
    `select id, content_hash as hash, state, proposed_by_side as "proposedBy" from forum.proposal
      where subject_type = $1 and subject_id = $2 and state = 'open' and ($3::text is null or kind = $3) order by id for update`,
    [subjectType, subjectId, kind ?? null],
  );
}

/** Writes how an open proposal ended, in the actor's name. */
export async function settle(
  tx: Tx,
  id: string,
  state: ProposalState,
  decision: { readonly reason?: string | null; readonly replacedById?: string },
): Promise<void> {
  await tx.query(
    `update forum.proposal set state = $2, decided_at = forum.now(), decided_by_side = $3, decided_by_post_id = $4, decision_reason = $5,
            replaced_by_id = $6, version = version + 1 where id = $1`,
    [id, state, tx.actor.side, tx.actor.postIds[0] ?? null, decision.reason ?? null, decision.replacedById ?? null],
  );
}
