import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import type { Arrangement } from '../domain/arrangement.js';
import { sessionLifecycle } from '../domain/session.lifecycle.js';
import { sessionContext } from '../domain/session-steps.js';
import { sessionsErrors } from '../domain/sessions.errors.js';
import { lockSession } from '../persistence/sessions.repository.js';
import { readArrangement } from '../queries/arrangements.js';
import { proposeTerms } from './propose-terms.js';
import type { StepInput } from './take-step.js';

export interface ProposeSessionInput extends StepInput {
  /** Needed when the same side hosts again; both sides read it. */
  readonly reason: string | null;
}

/**
 * Shows a draft with its programme to the other side and proposes its date, place, format and level in the same breath.
 * @throws sessions.alreadyShared, sessions.sameHostTwice, common.staleVersion
 */
@Injectable()
export class ProposeSession {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { sessionId, version, reason }: ProposeSessionInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const facts = await lockSession(tx, sessionId, version);
      sessionLifecycle.step(facts.state, 'propose', sessionContext(facts, actor));
      const terms = await readArrangement(tx, facts.id);
      if (!terms) throw sessionsErrors.notFound();
      await proposeTerms(tx, facts, terms, reason);
    });
  }
}

export interface ArrangeSessionInput extends ProposeSessionInput {
  readonly terms: Arrangement;
}

/**
 * Proposes date, place, format and level anew: a counter-proposal, a correction, or the new date of a postponed session. While nothing
 * is agreed the session shows what was proposed last.
 * @throws sessions.notShared, sessions.sameHostTwice, two-key.alreadyProposed, common.staleVersion
 */
@Injectable()
export class ArrangeSession {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { sessionId, version, terms, reason }: ArrangeSessionInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const facts = await lockSession(tx, sessionId, version);
      sessionLifecycle.step(facts.state, 'arrange', sessionContext(facts, actor));
      await proposeTerms(tx, facts, terms, reason);
    });
  }
}
