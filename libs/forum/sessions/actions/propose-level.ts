import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import type { Level } from '#forum/channels';
import { openProposal } from '#forum/two-key';
import { sessionLifecycle } from '../domain/session.lifecycle.js';
import { sessionContext } from '../domain/session-steps.js';
import { sessionsErrors } from '../domain/sessions.errors.js';
import { lockSession } from '../persistence/sessions.repository.js';
import { sessionLevel } from '../session-proposals.js';
import type { StepInput } from './take-step.js';

export interface ProposeLevelInput extends StepInput {
  readonly level: Level;
  readonly reason: string | null;
}

/** Proposes another level to the other side. @throws sessions.levelTooLate, sessions.levelUnchanged, common.staleVersion */
@Injectable()
export class ProposeLevel {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { sessionId, version, level, reason }: ProposeLevelInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const facts = await lockSession(tx, sessionId, version);
      sessionLifecycle.step(facts.state, 'propose-level', sessionContext(facts, actor));
      if (facts.level === level) throw sessionsErrors.levelUnchanged();
      await openProposal(tx, sessionLevel, facts.id, { level }, { reason });
    });
  }
}
