import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { postAsJson } from '#forum/identity';
import type { ProposalState } from '../domain/proposal.lifecycle.js';
import type { ProposalRow, ProposalSubject } from '../domain/proposal.types.js';

/** Columns of a `ProposalRow` for a proposal `p`. */
const columns = `p.id, p.kind, p.subject_type as "subjectType", p.subject_id as "subjectId", p.content, p.content_hash as hash,
  p.proposed_by_side as "proposedBy", ${postAsJson('p.proposed_by_post_id')} as post, p.created_at as at, p.reason, p.state,
  p.decided_at as "decidedAt", p.decided_by_side as "decidedBy", ${postAsJson('p.decided_by_post_id')} as "decidedByPost",
  p.decision_reason as "decisionReason", p.replaced_by_id as "replacedById", p.version`;

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
    `select ${columns} from forum.proposal p
      where ($1::text is null or p.subject_type = $1) and ($2::uuid is null or p.subject_id = $2) and ($3::text is null or p.state = $3)
        and ($4::text is null or (p.state = 'open' and p.proposed_by_side <> $4))
        and ($5::uuid is null or p.id < $5)
      order by p.id desc limit $6`,
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
    `select ${columns} from forum.proposal p where p.subject_type = $1 and p.subject_id = $2 and p.state = 'open' order by p.id`,
    [subjectType, subjectId],
  );
  return rows.map(asRow);
}

/** One proposal, or undefined when there is none to see. */
export async function findProposal(reader: Reader, id: string): Promise<ProposalRow | undefined> {
  const [row] = await reader.query<Stored>(`select ${columns} from forum.proposal p where p.id = $1`, [id]);
  return row && asRow(row);
}

function asRow(row: Stored): ProposalRow {
  return { ...row, at: row.at.toISOString(), decidedAt: row.decidedAt?.toISOString() ?? null };
}
