import type { Reader } from '#platform/database';
import type { ProposalRow } from '#forum/two-key';
import { findProposal } from '#forum/two-key';
import type { TermChange, TermContent } from '../domain/glossary.types.js';

/** One agreed wording. `proposal` tells who turned which key; readers who may not know of proposals get none. */
export interface TermVersionRow {
  readonly number: number;
  readonly change: TermChange | 'file';
  readonly content: TermContent;
  readonly hash: string;
  readonly at: string;
  readonly proposal: ProposalRow | null;
}

/** All wordings of a term, the latest first. */
export async function termHistory(reader: Reader, termId: string): Promise<TermVersionRow[]> {
  const rows = await reader.query<Omit<TermVersionRow, 'at' | 'proposal'> & { at: Date; proposalId: string | null }>(
    `select number, change, content, content_hash as hash, proposal_id as "proposalId", created_at as at
       from forum.glossary_version where term_id = $1 order by number desc limit 100`,
    [termId],
  );
  return Promise.all(
    rows.map(async ({ proposalId, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      proposal: (proposalId === null ? undefined : await findProposal(reader, proposalId)) ?? null,
    })),
  );
}
