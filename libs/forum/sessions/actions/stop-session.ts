import { Injectable } from '@nestjs/common';
import type { Actor, LocalizedText } from '#core/kernel';
import { Database, type DomainEvent, type Tx } from '#platform/database';
import { closeOpenProposals } from '#forum/two-key';
import { isDraft, sessionContext } from '../domain/session-steps.js';
import { sessionLifecycle } from '../domain/session.lifecycle.js';
import type { SessionFacts } from '../domain/session.types.js';
import { lockSession, saveSession, tell, type SessionChange } from '../persistence/sessions.repository.js';
import { sessionCancelled, sessionPostponed } from '../sessions.events.js';
import type { StepInput } from './take-step.js';

export interface StopInput extends StepInput {
  /** Read by both sides. */
  readonly reason: LocalizedText;
}

/**
 * One side puts a session off: its date no longer holds, everything prepared stays, and a new date needs two keys
 * (docs/decisions: stopping a session). @throws common.wrongState once it is opened, common.staleVersion
 */
@Injectable()
export class PostponeSession {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: StopInput): Promise<void> {
    return stop(this.database, actor, input, 'postpone', sessionPostponed);
  }
}

/** One side calls a session off, which frees its numbers. @throws common.wrongState once it is opened, common.staleVersion */
@Injectable()
export class CancelSession {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: StopInput): Promise<void> {
    return stop(this.database, actor, input, 'cancel', sessionCancelled, async (tx, facts) => {
      if (!isDraft(facts)) await closeOpenProposals(tx, 'session', facts.id);
      return { ordinal_kr: null, ordinal_jp: null };
    });
  }
}

function stop(
  database: Database,
  actor: Actor,
  input: StopInput,
  action: 'postpone' | 'cancel',
  event: DomainEvent<{ sessionId: string; version: number }>,
  also: (tx: Tx, facts: SessionFacts) => Promise<SessionChange> = () => Promise.resolve({}),
): Promise<void> {
  return database.runInTx(actor, async (tx) => {
    const facts = await lockSession(tx, input.sessionId, input.version);
    const state = sessionLifecycle.step(facts.state, action, sessionContext(facts, actor));
    const version = await saveSession(tx, facts, {
      ...(await also(tx, facts)),
      state,
      stopped_reason: JSON.stringify(input.reason),
      stopped_by_side: actor.side,
      stopped_at: await tx.now(),
    });
    await tell(tx, event, facts, version);
  });
}
