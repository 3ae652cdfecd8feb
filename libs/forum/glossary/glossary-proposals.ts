import { subscribeInTx, type Tx } from '#platform/database';
import {
  defineProposal,
  onAccepted,
  proposalRefused,
  proposalWithdrawn,
  registerProposalSubject,
  type AcceptedProposal,
} from '#forum/two-key';
import { glossaryErrors } from './domain/glossary.errors.js';
import { termContext, termLifecycle } from './domain/glossary.lifecycle.js';
import type { TermProposal } from './domain/glossary.types.js';
import { glossaryTermAgreed, glossaryTermDropped } from './glossary.events.js';
import { audienceOf, keepVersion, lockTerm, saveAgreed, saveState } from './persistence/glossary.repository.js';
import { findTerm, termSubjects } from './queries/terms.js';

/** A new, changed, retired or restored term: two keys. */
export const glossaryTerm = defineProposal<TermProposal>('glossary.term', 'glossary_term');

export function connectGlossaryToProposals(): void {
  registerProposalSubject('glossary_term', {
    lock: 'select id from forum.glossary_term where id = $1 for update',
    find: termSubjects,
  });
  onAccepted(glossaryTerm, agree);
  for (const event of [proposalRefused, proposalWithdrawn])
    subscribeInTx(event, async (tx, { kind, subjectId }) => {
      if (kind === glossaryTerm.kind) await dropProposed(tx, subjectId);
    });
}

/** @throws glossary.termMoved when the term is no longer what the proposal was written against */
async function agree(tx: Tx, { id, subjectId, content }: AcceptedProposal<TermProposal>): Promise<void> {
  const term = await lockTerm(tx, subjectId);
  const { change, base, ...words } = content;
  if (term.state !== 'proposed' && term.version !== base) throw glossaryErrors.termMoved();
  const step = change === 'retirement' ? 'retire' : 'agree';
  const state = termLifecycle.step(term.state, step, termContext(tx.actor, true));
  const version = await saveAgreed(tx, term, state, words);
  await keepVersion(tx, term.id, change, words, id);
  await tx.publish(
    glossaryTermAgreed,
    { termId: term.id, version, change },
    { audience: audienceOf(state), subjectType: 'glossary_term', subjectId: term.id },
  );
}

/** What was only proposed and is not to be. */
async function dropProposed(tx: Tx, termId: string): Promise<void> {
  const term = await findTerm(tx, termId);
  if (term?.state !== 'proposed') return;
  const state = termLifecycle.step(term.state, 'drop', termContext(tx.actor, true));
  const version = await saveState(tx, term, state);
  const about = { audience: audienceOf(state), subjectType: 'glossary_term', subjectId: termId };
  await tx.publish(glossaryTermDropped, { termId, version }, about);
}
