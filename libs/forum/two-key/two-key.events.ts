import { defineEvent } from '#platform/database';
import type { Side } from '#core/kernel';
import type { ProposalSubject } from './domain/proposal.types.js';

interface ProposalEvent {
  readonly proposalId: string;
  readonly kind: string;
  readonly subjectType: ProposalSubject;
  readonly subjectId: string;
  readonly proposedBy: Side;
}

export const proposalOpened = defineEvent<ProposalEvent>('proposal.opened');
export const proposalAccepted = defineEvent<ProposalEvent>('proposal.accepted');
export const proposalRefused = defineEvent<ProposalEvent>('proposal.refused');
export const proposalWithdrawn = defineEvent<ProposalEvent>('proposal.withdrawn');
