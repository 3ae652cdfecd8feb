import { Injectable } from '@nestjs/common';
import { DomainError, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { AcceptProposal, findProposal, twoKeyErrors } from '#forum/two-key';
import { glossaryTerm } from '../glossary-proposals.js';

/** What became of one proposal; `code` says why it stays open. */
export interface AcceptedTerm {
  readonly proposalId: string;
  readonly accepted: boolean;
  readonly code: string | null;
}

/**
 * Turns the second key on many proposals, each on the hash that was shown and each in a transaction of its own, so that one that moved
 * meanwhile keeps no other from being agreed.
 */
@Injectable()
export class AcceptTerms {
  constructor(
    private readonly database: Database,
    private readonly acceptProposal: AcceptProposal,
  ) {}

  async run(
    actor: Actor,
    proposals: readonly { readonly id: string; readonly hash: string }[],
  ): Promise<AcceptedTerm[]> {
    const results: AcceptedTerm[] = [];
    for (const { id, hash } of proposals) {
      try {
        const proposal = await findProposal(this.database.reader(actor), id);
        if (proposal?.kind !== glossaryTerm.kind) throw twoKeyErrors.proposalNotFound();
        await this.acceptProposal.run(actor, { proposalId: id, hash });
        results.push({ proposalId: id, accepted: true, code: null });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        results.push({ proposalId: id, accepted: false, code: error.code });
      }
    }
    return results;
  }
}
