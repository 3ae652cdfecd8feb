import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { postAsJson } from '#forum/identity';
import type { ProposalState } from '../domain/proposal.lifecycle.js';
import type { ProposalRow, ProposalSubject } from '../domain/proposal.types.js';

/** Columns of a `ProposalRow` for a proposal `o`. */
const columns = `o.id, o.kind, o.subject_type as "subjectType", o.subject_id as "subjectId", o.content, o.content_hash as hash,
  o.proposed_by_side as "proposedBy", ${postAsJson('o.proposed_by_post_id')} as post, o.created_at as at, o.reason, o.state,
  o.decided_at as "decidedAt", o.decided_by_side as "decidedBy", ${postAsJson('o.decided_by_post_id')} as "decidedByPost",
  o.decision_reason as "decisionReason", o.replaced_by_id as "replacedById", o.version`;

type Stored = Omit<ProposalRow, 'at' | 'decidedAt'> & { at: Date; decidedAt: Date | null };

export interface ProposalFilter {
  readonly subjectType?: ProposalSubject | undefined;
  readonly subjectId?: string | undefined;
  readonly state?: ProposalState | undefined;
  /** Open ones that this side has not proposed, and so has to decide. */
  readonly waitingFor?: Side | undefined;
  readonly limit: number;
  /** The id after which to go on. */
  readonly after?: string | undefined;
}

/** Proposals, latest first. Gives up to `limit + 1` rows, so the caller knows whether there are more. */
export async function listProposals(reader: Reader, filter: ProposalFilter): Promise<ProposalRow[]> {
  const rows = await reader.query<Stored>(
    `select ${columns} from forum.proposal o
      where ($1::text is null or o.subject_type = $1) and ($2::uuid is null or o.subject_id = $2) and ($3::text is null or o.state = $3)
        and ($4::text is null or (o.state = 'open' and o.proposed_by_side <> $4))
        and ($5::uuid is null or o.id < $5)
      order by o.id desc limit $6`,
    [
      filter.subjectType ?? null,
      filter.subjectId ?? null,
      filter.state ?? null,
      filter.waitingFor ?? null,
      filter.after ?? null,
      filter.limit + 1,
    ],
  );
  return rows.map(asRow);
}

/** The open proposals about one object, oldest first; at most one of each kind. */
export async function openProposalsOf(
  reader: Reader,
  subjectType: ProposalSubject,
  subjectId: string,
): Promise<ProposalRow[]> {
  const rows = await reader.query<Stored>(
    `select ${columns} from forum.proposal o where o.subject_type = $1 and o.subject_id = $2 and o.state = 'open' order by o.id`,
    [subjectType, subjectId],
  );
  return rows.map(asRow);
}

/** What both sides agreed on about one object, of one kind: the latest fifty, latest first. */
export async function agreedProposalsOf(
  reader: Reader,
  subjectType: ProposalSubject,
  subjectId: string,
  kind: string,
): Promise<ProposalRow[]> {
  const rows = await reader.query<Stored>(
    `select ${columns} from forum.proposal o where o.subject_type = $1 and o.subject_id = $2 and o.kind = $3 and o.state = 'accepted'
      order by o.decided_at desc, o.id desc limit 50`,
    [subjectType, subjectId, kind],
  );
  return rows.map(asRow);
}

/** The open proposals about any of these objects, of whatever kind, oldest first. */
export async function openProposalsAbout(reader: Reader, subjectIds: readonly string[]): Promise<ProposalRow[]> {
  const rows = await reader.query<Stored>(
    `select ${columns} from forum.proposal o where o.subject_id = any ($1::uuid[]) and o.state = 'open' order by o.id`,
    [subjectIds],
  );
  return rows.map(asRow);
}

/** One proposal, or undefined when there is none to see. */
export async function findProposal(reader: Reader, id: string): Promise<ProposalRow | undefined> {
  const [row] = await reader.query<Stored>(`select ${columns} from forum.proposal o where o.id = $1`, [id]);
  return row && asRow(row);
}

function asRow(row: Stored): ProposalRow {
  return { ...row, at: row.at.toISOString(), decidedAt: row.decidedAt?.toISOString() ?? null };
}
