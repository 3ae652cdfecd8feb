import type { Tx } from '#platform/database';
import type { AcceptedProposal, ProposalKind, ProposalSubject } from './proposal.types.js';

type Apply = (tx: Tx, accepted: AcceptedProposal<object>) => Promise<void>;

const appliers = new Map<string, Apply>();

/** Declares a kind of shared change of a capability, named `<capability>.<change>`. */
export function defineProposal<Content extends object>(
  kind: string,
  subjectType: ProposalSubject,
): ProposalKind<Content> {
  return { kind, subjectType };
}

/**
 * What happens when the second key is turned: runs in that transaction, as the accepting side, with the subject's row locked.
 * Throwing a DomainError leaves the proposal open and nothing changed.
 */
export function onAccepted<Content extends object>(
  { kind }: ProposalKind<Content>,
  apply: (tx: Tx, accepted: AcceptedProposal<Content>) => Promise<void>,
): void {
  // The content was written by `openProposal` of the same kind, so it has that kind's shape.
  appliers.set(kind, (tx, accepted) => apply(tx, { ...accepted, content: accepted.content as Content }));
}

/** @throws TypeError when nothing was declared for the kind: a mistake of ours, never of a user */
export function applierOf(kind: string): Apply {
  const apply = appliers.get(kind);
  if (!apply) throw new TypeError(kind);
  return apply;
}
