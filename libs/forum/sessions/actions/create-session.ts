import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import type { Arrangement } from '../domain/arrangement.js';
import { sessionLifecycle } from '../domain/session.lifecycle.js';
import { sessionContext } from '../domain/session-steps.js';
import { columnsOf, insertDraft, lockSession, saveSession } from '../persistence/sessions.repository.js';
import { checkArrangement } from './check-arrangement.js';
import type { StepInput } from './take-step.js';

export interface CreateSessionInput {
  readonly channelId: string;
  readonly terms: Arrangement;
}

/**
 * A secretariat notes down a session to come. Until it is proposed nobody of the other side can know of it; therefore nothing is
 * published either. @returns its id @throws common.forbidden, or what `checkArrangement` says
 */
@Injectable()
export class CreateSession {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { channelId, terms }: CreateSessionInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { side, roles } = actor;
      if (side === null || !roles.includes('secretariat')) throw commonErrors.forbidden();
      await checkArrangement(tx, channelId, null, terms);
      return insertDraft(tx, channelId, side, terms);
    });
  }
}

export interface EditDraftInput extends StepInput {
  readonly terms: Arrangement;
}

/** Writes a draft anew. @throws sessions.alreadyShared, common.staleVersion, or what `checkArrangement` says */
@Injectable()
export class EditDraft {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { sessionId, version, terms }: EditDraftInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const facts = await lockSession(tx, sessionId, version);
      sessionLifecycle.step(facts.state, 'edit-draft', sessionContext(facts, actor));
      await checkArrangement(tx, facts.channelId, facts.id, terms);
      await saveSession(tx, facts, columnsOf(terms));
    });
  }
}
