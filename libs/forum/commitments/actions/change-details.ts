import { Injectable } from '@nestjs/common';
import { canonicalJson, commonErrors, SIDES, type Actor, type Language } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { openProposal, type AcceptedProposal } from '#forum/two-key';
import { commitmentDetails, type Details, type DetailsContent } from '../commitment-proposals.js';
import { isShared, mayChange } from '../domain/commitment.lifecycle.js';
import type { ActingSide } from '../domain/commitment.types.js';
import { commitmentsErrors } from '../domain/commitments.errors.js';
import { CLAUSE_MAX, dateOf, quoteOf, textOf, type TextsInput } from '../domain/texts.js';
import { lockCommitment, saveDetails, type LockedCommitment } from '../persistence/commitments.repository.js';
import { checkPosts, otherSides } from '../persistence/references.js';
import { keyedChange, ownChange } from './change-status.js';

/** What is left out stays; null takes it away. */
export interface DetailsInput {
  readonly actingSide?: ActingSide | null | undefined;
  readonly krPostId?: string | null | undefined;
  readonly jpPostId?: string | null | undefined;
  readonly measure?: TextsInput | null | undefined;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` */
  readonly due?: string | null | undefined;
  readonly quote?: { readonly text: string; readonly lang: Language } | undefined;
}

export interface ChangeDetailsInput extends DetailsInput {
  readonly id: string;
  readonly version: number;
  /** Read by both sides. */
  readonly reason?: string | undefined;
}

/**
 * Says who acts, by what a commitment is measured, by when, and adds its original words where they are not kept yet. Of what both sides
 * stand behind the other side turns its key first.
 * @returns the id of the proposal, or null when the change stands already
 * @throws commitments.notFound, common.staleVersion, common.forbidden, commitments.notRecorded, commitments.nothingChanged,
 *   commitments.quoteKept, commitments.postOfOtherSide, commitments.dateBad
 */
@Injectable()
export class ChangeDetails {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { id, version, reason, ...input }: ChangeDetailsInput): Promise<string | null> {
    return this.database.runInTx(actor, async (tx) => {
      const row = await lockCommitment(tx, id, version);
      assertMay(row, actor);
      if (input.quote !== undefined && row.quote !== null) throw commitmentsErrors.quoteKept();
      const details = await mergeDetails(tx, row, input, actor);
      if (canonicalJson(details) === canonicalJson(detailsOf(row))) throw commitmentsErrors.nothingChanged();
      if (isShared(row))
        return openProposal(tx, commitmentDetails, id, { ...details, base: version }, { reason: reason ?? null });
      assertOwnAlone(row, details);
      await saveDetails(tx, row, details, ownChange(actor));
      return null;
    });
  }
}

/** What the second key does. @throws commitments.moved */
export async function agreeDetails(tx: Tx, accepted: AcceptedProposal<DetailsContent>): Promise<void> {
  const { base, ...details } = accepted.content;
  const row = await lockCommitment(tx, accepted.subjectId);
  if (row.version !== base) throw commitmentsErrors.moved();
  assertMay(row, tx.actor);
  await checkPosts(tx, { kr: details.krPostId, jp: details.jpPostId }, details.actingSide);
  await saveDetails(tx, row, details, await keyedChange(tx, accepted));
}

function assertMay(row: LockedCommitment, actor: Actor): void {
  if (!mayChange(row, actor)) throw commonErrors.forbidden();
  if (row.instrumentState !== null && row.instrumentState !== 'recorded') throw commitmentsErrors.notRecorded();
}

/** One key speaks for its own side: who acts for the other side takes the other side's key. @throws commitments.postOfOtherSide */
function assertOwnAlone(row: LockedCommitment, details: Details): void {
  for (const side of SIDES) {
    if (side === row.strengthSide) continue;
    const path = `${side}PostId` as const;
    if (details[path] !== null && details[path] !== row[path]) throw otherSides(side);
    const acts = details.actingSide === side || details.actingSide === 'both';
    if (acts && details.actingSide !== row.actingSide) throw otherSides(side, 'actingSide');
  }
}

const detailsOf = ({ actingSide, krPostId, jpPostId, measure, due, quote }: Details): Details => ({
  ...{ actingSide, krPostId, jpPostId },
  ...{ measure, due, quote },
});

/** The details as they would stand. @throws commitments.postOfOtherSide, commitments.dateBad, commitments.quoteIncomplete */
export async function mergeDetails(tx: Tx, present: Details, input: DetailsInput, actor: Actor): Promise<Details> {
  const { actingSide, krPostId, jpPostId, measure, due, quote } = input;
  const checked = actor.roles.includes('secretariat');
  const merged: Details = {
    actingSide: actingSide === undefined ? present.actingSide : actingSide,
    krPostId: krPostId === undefined ? present.krPostId : krPostId,
    jpPostId: jpPostId === undefined ? present.jpPostId : jpPostId,
    measure: measure === undefined ? present.measure : measure && textOf(measure, CLAUSE_MAX, checked),
    due: due === undefined ? present.due : due === null ? null : dateOf(due, 'due'),
    quote: quote === undefined ? present.quote : quoteOf(quote.text, quote.lang),
  };
  await checkPosts(tx, { kr: merged.krPostId, jp: merged.jpPostId }, merged.actingSide);
  return merged;
}
