import type { Tx } from '#platform/database';
import type { AcceptedProposal } from '#forum/two-key';
import type { Arrangement } from '../domain/arrangement.js';
import { lastLevelDay } from '../domain/level-change.js';
import { sessionLifecycle } from '../domain/session.lifecycle.js';
import { sessionContext } from '../domain/session-steps.js';
import { sessionsErrors } from '../domain/sessions.errors.js';
import type { SessionFacts } from '../domain/session.types.js';
import { columnsOf, lockSession, saveSession, tell, type SessionChange } from '../persistence/sessions.repository.js';
import { sessionDateAgreed, sessionLevelChanged } from '../sessions.events.js';
import { checkTurn } from './check-arrangement.js';

/**
 * The second key on date, place, format and level: the session takes them on, gets its numbers, and everything that hangs on its day
 * follows in this transaction (domain.md 3.3).
 */
export async function agreeArrangement(
  tx: Tx,
  { subjectId, content: terms, reason }: AcceptedProposal<Arrangement>,
): Promise<void> {
  const facts = await lockSession(tx, subjectId);
  const state = sessionLifecycle.step(facts.state, 'agree-date', sessionContext(facts, tx.actor, true));
  // Numbers of a channel are given one after the other.
  await tx.query('select id from forum.channel where id = $1 for update', [facts.channelId]);
  const turns = await checkTurn(tx, facts.channelId, facts.id, terms, reason);
  const agreedBefore = facts.state !== 'proposed' && facts.state !== 'postponed';
  const levelMoved = agreedBefore && terms.level !== facts.level;
  if (levelMoved && facts.today > lastLevelDay(terms.startDate))
    throw sessionsErrors.levelTooLate({ date: lastLevelDay(terms.startDate) });
  const version = await saveSession(tx, facts, {
    ...columnsOf(terms),
    ...(await freeOrdinals(tx, facts, turns)),
    state,
    stopped_reason: null,
    stopped_by_side: null,
    stopped_at: null,
  });
  await tell(tx, sessionDateAgreed, facts, version);
  if (levelMoved) await tell(tx, sessionLevelChanged, facts, version);
}

/** The numbers the session does not have yet; one it had before it was postponed stays. */
async function freeOrdinals(
  tx: Tx,
  { id }: SessionFacts,
  next: { readonly nextOrdinalKr: number | null; readonly nextOrdinalJp: number | null },
): Promise<SessionChange> {
  const [own] = await tx.query<{ kr: number | null; jp: number | null }>(
    'select ordinal_kr as kr, ordinal_jp as jp from forum.session where id = $1',
    [id],
  );
  return { ordinal_kr: own?.kr ?? next.nextOrdinalKr, ordinal_jp: own?.jp ?? next.nextOrdinalJp };
}
