import { commonErrors } from '#core/kernel';
import type { Tx } from '#platform/database';
import { openProposal } from '#forum/two-key';
import type { Arrangement } from '../domain/arrangement.js';
import { sessionLifecycle } from '../domain/session.lifecycle.js';
import { isDraft, sessionContext } from '../domain/session-steps.js';
import type { SessionFacts } from '../domain/session.types.js';
import { columnsOf, insertDraft, lockSession, saveSession, tell } from '../persistence/sessions.repository.js';
import { sessionArrangement } from '../session-proposals.js';
import { sessionProposed } from '../sessions.events.js';
import { checkTurn } from './check-arrangement.js';

/**
 * Proposes date, place, format and level of a locked session to the other side, with the actor's key. A draft is shown to the other
 * side by it, with its programme; while nothing is agreed the session shows what was proposed last.
 * @param reason needed when the same side hosts again; both sides read it
 * @throws sessions.sameHostTwice, two-key.alreadyProposed, common.wrongState, common.forbidden, and what `checkTurn` throws
 */
export async function proposeTerms(
  tx: Tx,
  facts: SessionFacts,
  terms: Arrangement,
  reason: string | null,
): Promise<void> {
  const draft = isDraft(facts);
  sessionLifecycle.step(facts.state, draft ? 'propose' : 'arrange', sessionContext(facts, tx.actor));
  await checkTurn(tx, facts.channelId, facts.id, terms, reason);
  if (draft) {
    const version = await saveSession(tx, facts, { ...columnsOf(terms), audience: 'joint' });
    await tx.query(`update forum.session_programme_item set audience = 'joint' where session_id = $1`, [facts.id]);
    await tell(tx, sessionProposed, { ...facts, audience: 'joint' }, version);
  } else if (facts.state === 'proposed') await saveSession(tx, facts, columnsOf(terms));
  await openProposal(tx, sessionArrangement, facts.id, terms, { reason });
}

/** As `proposeTerms`, for a session that nobody has noted down yet. @returns its id */
export async function proposeNewSession(
  tx: Tx,
  channelId: string,
  terms: Arrangement,
  reason: string | null,
): Promise<string> {
  const { side } = tx.actor;
  if (side === null) throw commonErrors.forbidden();
  const id = await insertDraft(tx, channelId, side, terms);
  await proposeTerms(tx, await lockSession(tx, id), terms, reason);
  return id;
}
