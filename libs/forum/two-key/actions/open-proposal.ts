import { commonErrors, newId } from '#core/kernel';
import type { Tx } from '#platform/database';
import { contentHash } from '../domain/content-hash.js';
import { proposalContext, proposalLifecycle } from '../domain/proposal.lifecycle.js';
import type { ProposalKind, ProposalSubject } from '../domain/proposal.types.js';
import { twoKeyErrors } from '../domain/two-key.errors.js';
import { lockOpenProposals, settle } from '../persistence/proposals.repository.js';
import { proposalOpened } from '../two-key.events.js';
import { turnKey } from './turn-key.js';

/**
 * Proposes a change of a shared object and turns the proposer's key on it. The caller has locked the subject's row. An open proposal
 * of the same kind gives way to the new one: from the own side it is a correction, from the other side a counter-proposal.
 * @param content JSON in all languages; what both keys stand on
 * @returns the proposal's id
 * @throws common.forbidden for who may not turn keys, two-key.noPost, two-key.alreadyProposed when nothing differs
 */
export async function openProposal<Content extends object>(
  tx: Tx,
  { kind, subjectType }: ProposalKind<Content>,
  subjectId: string,
  content: Content,
  options: { readonly reason?: string | null } = {},
): Promise<string> {
  const { side, postIds } = tx.actor;
  const postId = postIds[0];
  if (side === null || !proposalContext(side, tx.actor).is.proposer()) throw commonErrors.forbidden();
  if (postId === undefined) throw twoKeyErrors.noPost();
  const hash = contentHash(JSON.parse(JSON.stringify(content)));
  const id = newId();
  for (const open of await lockOpenProposals(tx, subjectType, subjectId, kind)) {
    if (open.hash === hash) throw twoKeyErrors.alreadyProposed();
    const state = proposalLifecycle.step(open.state, 'supersede', proposalContext(open.proposedBy, tx.actor));
    await settle(tx, open.id, state, { replacedById: id });
  }
  await tx.query(
    `insert into forum.proposal (id, kind, subject_type, subject_id, content, content_hash, proposed_by_side, proposed_by_post_id, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, kind, subjectType, subjectId, JSON.stringify(content), hash, side, postId, options.reason ?? null],
  );
  await turnKey(tx, { subjectType: 'proposal', subjectId: id }, hash);
  await tx.publish(
    proposalOpened,
    { proposalId: id, kind, subjectType, subjectId, proposedBy: side },
    { audience: 'joint', subjectType, subjectId },
  );
  return id;
}

/** Ends all open proposals about an object, or those of one kind, e.g. when its session is cancelled; the caller has locked the subject's row. */
export async function closeOpenProposals(
  tx: Tx,
  subjectType: ProposalSubject,
  subjectId: string,
  kind?: string,
): Promise<void> {
  for (const open of await lockOpenProposals(tx, subjectType, subjectId, kind)) {
    const state = proposalLifecycle.step(open.state, 'supersede', proposalContext(open.proposedBy, tx.actor, true));
    await settle(tx, open.id, state, {});
  }
}
