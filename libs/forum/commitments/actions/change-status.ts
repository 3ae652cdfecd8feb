import { Injectable } from '@nestjs/common';
import { cleanText, type Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { findProposal, openProposal, type AcceptedProposal } from '#forum/two-key';
import { commitmentStatus, type StatusContent } from '../commitment-proposals.js';
import { isShared, nextStatus, type CommitmentStep } from '../domain/commitment.lifecycle.js';
import { commitmentsErrors } from '../domain/commitments.errors.js';
import { checkEvidence, type EvidenceInput } from '../domain/evidence.js';
import { lockCommitment, saveStatus, type ChangedBy } from '../persistence/commitments.repository.js';
import { checkReferences, todayOf } from '../persistence/references.js';

export const NOTE_MAX = 1000;

export interface ChangeStatusInput {
  readonly id: string;
  readonly version: number;
  readonly step: CommitmentStep;
  readonly evidence?: EvidenceInput | undefined;
  /** The day from which it holds, `YYYY-MM-DD`; today at the actor's capital unless told. */
  readonly asOf?: string | undefined;
  /** Read by both sides. */
  readonly note?: string | undefined;
}

/**
 * Says what a commitment has come to (domain.md 3.8). What both sides stand behind is proposed and takes effect when the other side
 * confirms; one side's own intent or proposal changes at once.
 * @returns the id of the proposal, or null when the change stands already
 * @throws commitments.notFound, common.staleVersion, common.wrongState, common.forbidden, commitments.notRecorded, commitments.isChapeau,
 *   commitments.evidenceMissing, commitments.evidenceLinkBad, commitments.evidenceUnknown, commitments.meetingNotHeld,
 *   commitments.dayNotCome, two-key.alreadyProposed
 */
@Injectable()
export class ChangeStatus {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: ChangeStatusInput): Promise<string | null> {
    return this.database.runInTx(actor, async (tx) => {
      const row = await lockCommitment(tx, input.id, input.version);
      const to = nextStatus(row, input.step, actor);
      const evidence = checkEvidence(input.evidence, actor.language);
      await checkReferences(tx, evidence);
      const asOf = await checkDay(tx, actor, input.asOf);
      const note = cleanText(input.note ?? '', { max: NOTE_MAX, multiline: true, optional: true }) || null;
      if (isShared(row)) {
        const content = { step: input.step, from: row.status, to, asOf, evidence, base: row.version };
        return openProposal(tx, commitmentStatus, row.id, content, { reason: note });
      }
      const by = { ...ownChange(actor), note, noteLang: note === null ? null : actor.language };
      await saveStatus(tx, row, { to, asOf, evidence }, by);
      return null;
    });
  }
}

/** What the second key does. @throws commitments.moved when the commitment changed meanwhile, and as `ChangeStatus` */
export async function agreeStatus(tx: Tx, accepted: AcceptedProposal<StatusContent>): Promise<void> {
  const { subjectId, content } = accepted;
  const row = await lockCommitment(tx, subjectId);
  if (row.version !== content.base) throw commitmentsErrors.moved();
  const to = nextStatus(row, content.step, tx.actor);
  await checkReferences(tx, content.evidence);
  await saveStatus(tx, row, { ...content, to }, await keyedChange(tx, accepted));
}

/** A change that needs no second key. */
export function ownChange(actor: Actor): ChangedBy {
  return {
    side: actor.side,
    postId: actor.postIds[0] ?? null,
    confirmedBySide: null,
    confirmedByPostId: null,
    proposalId: null,
    note: null,
    noteLang: null,
  };
}

/** A change by the proposer that the actor has confirmed; a proposal does not tell the language of its reason. */
export async function keyedChange(
  tx: Tx,
  { id, proposedBy, reason }: Pick<AcceptedProposal<object>, 'id' | 'proposedBy' | 'reason'>,
): Promise<ChangedBy> {
  const proposal = await findProposal(tx, id);
  return {
    side: proposedBy,
    postId: proposal?.post.id ?? null,
    confirmedBySide: tx.actor.side,
    confirmedByPostId: tx.actor.postIds[0] ?? null,
    proposalId: id,
    note: reason,
    noteLang: null,
  };
}

async function checkDay(tx: Tx, actor: Actor, asked: string | undefined): Promise<string> {
  const today = await todayOf(tx, actor.side);
  const day = asked ?? today;
  if (day > today) {
    const params = { day, today };
    throw commitmentsErrors.dayNotCome(params, [{ path: 'asOf', code: commitmentsErrors.dayNotCome.code, params }]);
  }
  return day;
}
