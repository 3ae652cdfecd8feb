import type { Tx } from '#platform/database';
import type { AcceptedProposal } from '#forum/two-key';
import type { LevelChange } from '../domain/level-change.js';
import { sessionLifecycle } from '../domain/session.lifecycle.js';
import { sessionContext } from '../domain/session-steps.js';
import { lockSession, saveSession, tell } from '../persistence/sessions.repository.js';
import { sessionLevelChanged } from '../sessions.events.js';

/** The second key on another level; refused once it is too late, also when it was proposed in time. @throws sessions.levelTooLate */
export async function agreeLevel(tx: Tx, { subjectId, content }: AcceptedProposal<LevelChange>): Promise<void> {
  const facts = await lockSession(tx, subjectId);
  sessionLifecycle.step(facts.state, 'change-level', sessionContext(facts, tx.actor, true));
  const version = await saveSession(tx, facts, { level: content.level });
  await tell(tx, sessionLevelChanged, facts, version);
}
