import { commonErrors, isSide, newId, type Audience, type Language, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { commitmentDetailsChanged, commitmentStatusChanged } from '../commitments.events.js';
import type { Details } from '../commitment-proposals.js';
import type { CommitmentFacts } from '../domain/commitment.lifecycle.js';
import type { CommitmentEventName, CommitmentStatus } from '../domain/commitment.types.js';
import { commitmentsErrors } from '../domain/commitments.errors.js';
import type { Evidence } from '../domain/evidence.js';

/** A commitment while it is being changed. */
export interface LockedCommitment extends CommitmentFacts, Details {
  readonly id: string;
  readonly audience: Audience;
  readonly instrumentId: string | null;
  readonly version: number;
}

/** Locks a commitment; every change of it goes through this lock. @throws commitments.notFound, common.staleVersion */
export async function lockCommitment(tx: Tx, id: string, version?: number): Promise<LockedCommitment> {
  await tx.query('select id from forum.commitment where id = $1 for update', [id]);
  const [row] = await tx.query<LockedCommitment>(
    `select c.id, c.audience, c.instrument_id as "instrumentId", c.status, c.strength, c.strength_side as "strengthSide", c.chapeau, c.version,
            (select i.state from forum.instrument i where i.id = c.instrument_id) as "instrumentState", c.acting_side as "actingSide",
            c.kr_post_id as "krPostId", c.jp_post_id as "jpPostId", c.measure,
            case when c.quote is null then null else jsonb_build_object('text', c.quote, 'lang', c.quote_lang) end as quote,
            case when c.due_value is null then null else jsonb_build_object('value', c.due_value, 'precision', c.due_precision, 'on', c.due_on) end as due
       from forum.commitment c where c.id = $1 and c.removed_at is null`,
    [id],
  );
  if (!row) throw commitmentsErrors.notFound();
  if (version !== undefined && row.version !== version) throw commonErrors.staleVersion();
  return row;
}

/** Who made a change, and who turned the second key. */
export interface ChangedBy {
  readonly side: Side | null;
  readonly postId: string | null;
  readonly confirmedBySide: Side | null;
  readonly confirmedByPostId: string | null;
  readonly proposalId: string | null;
  readonly note: string | null;
  readonly noteLang: Language | null;
}

/**
 * What is told of a commitment is for both sides: words of a change never become public with the row they are about (domain.md 3.15).
 */
const toldTo = (audience: Audience): Audience => (isSide(audience) ? audience : 'joint');

/** Appends evidence of a side to a locked commitment; gives its id. */
export async function addEvidence(
  tx: Tx,
  { id, audience }: Pick<LockedCommitment, 'id' | 'audience'>,
  evidence: Evidence,
  { side, postId }: Pick<ChangedBy, 'side' | 'postId'>,
): Promise<string> {
  const evidenceId = newId();
  const { kind, text, url, sessionId, paperId } = evidence;
  await tx.query(
    `insert into forum.commitment_evidence (id, commitment_id, kind, text, url, session_id, paper_id, side, post_id, audience)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [evidenceId, id, kind, text, url, sessionId, paperId, side, postId, toldTo(audience)],
  );
  return evidenceId;
}

interface EventRow {
  readonly event: CommitmentEventName;
  readonly from?: CommitmentStatus;
  readonly to?: CommitmentStatus;
  readonly asOf?: string;
  readonly evidenceId?: string;
}

export async function addEvent(
  tx: Tx,
  { id, audience }: Pick<LockedCommitment, 'id' | 'audience'>,
  { event, from, to, asOf, evidenceId }: EventRow,
  by: ChangedBy,
): Promise<void> {
  await tx.query(
    `insert into forum.commitment_event (id, commitment_id, event, from_status, to_status, as_of, note, note_lang, evidence_id, proposal_id, side,
                                         post_id, confirmed_by_side, confirmed_by_post_id, audience)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      newId(),
      id,
      event,
      from ?? null,
      to ?? null,
      asOf ?? null,
      by.note,
      by.noteLang,
      evidenceId ?? null,
      by.proposalId,
      by.side,
      by.postId,
      by.confirmedBySide,
      by.confirmedByPostId,
      toldTo(audience),
    ],
  );
}

/** Writes a new status with its evidence, its history row and its event: none without the others. */
export async function saveStatus(
  tx: Tx,
  row: LockedCommitment,
  change: { readonly to: CommitmentStatus; readonly asOf: string; readonly evidence: Evidence },
  by: ChangedBy,
): Promise<void> {
  const { to, asOf } = change;
  const evidenceId = await addEvidence(tx, row, change.evidence, by);
  await addEvent(tx, row, { event: 'statusChanged', from: row.status, to, asOf, evidenceId }, by);
  // A note of the record is about the status it stood beside.
  const version = await save(tx, row, 'status = $3, status_as_of = $4, status_note = null', [to, asOf]);
  await tx.publish(commitmentStatusChanged, { commitmentId: row.id, version }, about(row));
}

/** Writes who acts, the measure, the due date and, once, the original words. */
export async function saveDetails(tx: Tx, row: LockedCommitment, details: Details, by: ChangedBy): Promise<void> {
  const { actingSide, krPostId, jpPostId, measure, due, quote } = details;
  await addEvent(tx, row, { event: 'detailsChanged' }, by);
  const version = await save(
    tx,
    row,
    `acting_side = $3, kr_post_id = $4, jp_post_id = $5, measure = $6, due_value = $7, due_precision = $8, due_on = $9, quote = $10, quote_lang = $11`,
    [
      ...[actingSide, krPostId, jpPostId, measure],
      ...[due?.value ?? null, due?.precision ?? null, due?.on ?? null, quote?.text ?? null, quote?.lang ?? null],
    ],
  );
  await tx.publish(commitmentDetailsChanged, { commitmentId: row.id, version }, about(row));
}

async function save(tx: Tx, row: LockedCommitment, set: string, values: readonly unknown[]): Promise<number> {
  const [saved] = await tx.query<{ version: number }>(
    `update forum.commitment set ${set}, version = version + 1, updated_at = forum.now() where id = $1 and version = $2 returning version`,
    [row.id, row.version, ...values],
  );
  if (!saved) throw commonErrors.staleVersion();
  return saved.version;
}

const about = ({ id, audience }: LockedCommitment) => ({
  audience: toldTo(audience),
  subjectType: 'commitment',
  subjectId: id,
});
