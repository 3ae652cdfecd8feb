import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor, type LocalizedText } from '#core/kernel';
import { Database } from '#platform/database';
import { sessionContext } from '../domain/session-steps.js';
import { sessionLifecycle } from '../domain/session.lifecycle.js';
import { lockSession, saveSession, tell } from '../persistence/sessions.repository.js';
import { sessionChanged } from '../sessions.events.js';
import type { StepInput } from './take-step.js';

export interface EditSessionInput extends StepInput {
  /** ISO 8601 UTC; absent leaves it, null takes it away. */
  readonly embargoAt?: string | null | undefined;
  readonly costSplit?: LocalizedText | null | undefined;
}

/** Embargo and cost split, which the secretariats keep together without keys. @throws common.wrongState, common.staleVersion */
@Injectable()
export class EditSession {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { sessionId, version, embargoAt, costSplit }: EditSessionInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const facts = await lockSession(tx, sessionId, version);
      sessionLifecycle.step(facts.state, 'edit-programme', sessionContext(facts, actor));
      const now = await saveSession(tx, facts, {
        ...(embargoAt === undefined ? {} : { embargo_at: embargoAt }),
        ...(costSplit === undefined ? {} : { cost_split: costSplit && JSON.stringify(costSplit) }),
      });
      await tell(tx, sessionChanged, facts, now);
    });
  }
}

export interface CorrectOrdinalInput extends StepInput {
  /** Null where the own side does not count this session. */
  readonly ordinal: number | null;
}

/** A side corrects its own count; the other side's stays (domain.md 1.1). @throws sessions.ordinalTaken, common.staleVersion */
@Injectable()
export class CorrectOrdinal {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { sessionId, version, ordinal }: CorrectOrdinalInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const facts = await lockSession(tx, sessionId, version);
      sessionLifecycle.step(facts.state, 'correct-ordinal', sessionContext(facts, actor));
      if (actor.side === null) throw commonErrors.forbidden();
      const change = actor.side === 'kr' ? { ordinal_kr: ordinal } : { ordinal_jp: ordinal };
      await tell(tx, sessionChanged, facts, await saveSession(tx, facts, change));
    });
  }
}
