import type { Actor } from '#core/kernel';
import type { Database, DomainEvent, Tx } from '#platform/database';
import { sessionLifecycle, type SessionStep } from '../domain/session.lifecycle.js';
import { sessionContext } from '../domain/session-steps.js';
import type { SessionFacts } from '../domain/session.types.js';
import { lockSession, saveSession, tell, type SessionChange } from '../persistence/sessions.repository.js';

export interface StepInput {
  readonly sessionId: string;
  /** The version the actor has seen (If-Match). */
  readonly version: number;
}

/**
 * One step of a session: locks it, asks the lifecycle table, writes, publishes. `also` runs before the event, in the same transaction.
 * @throws sessions.notFound, common.staleVersion, common.wrongState, common.forbidden, or what the step's guard says
 */
export async function takeStep(
  database: Database,
  actor: Actor,
  input: StepInput,
  step: SessionStep,
  stamp: 'opened_at' | 'held_at' | 'closed_at' | null,
  event: DomainEvent<{ sessionId: string; version: number }>,
  also: (tx: Tx, facts: SessionFacts) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await database.runInTx(actor, async (tx) => {
    const facts = await lockSession(tx, input.sessionId, input.version);
    const state = sessionLifecycle.step(facts.state, step, sessionContext(facts, actor));
    await also(tx, facts);
    const change: SessionChange = stamp === null ? { state } : { state, [stamp]: await tx.now() };
    await tell(tx, event, facts, await saveSession(tx, facts, change));
  });
}
