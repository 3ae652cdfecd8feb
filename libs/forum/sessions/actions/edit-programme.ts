import { Injectable } from '@nestjs/common';
import { newId, type Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { daysBetween } from '#forum/working-days';
import { assertProgrammeTimes, type ProgrammeItem } from '../domain/programme.js';
import { sessionContext } from '../domain/session-steps.js';
import { sessionLifecycle } from '../domain/session.lifecycle.js';
import type { SessionFacts } from '../domain/session.types.js';
import { insertItem, lockItem, saveItem } from '../persistence/programme.repository.js';
import { lockSession, tell } from '../persistence/sessions.repository.js';
import { sessionChanged } from '../sessions.events.js';

export type ProgrammeContent = Omit<ProgrammeItem, 'id' | 'sessionId' | 'audience' | 'version'>;

/**
 * Adds a point to the programme; it is seen by whoever sees the session.
 * @throws sessions.notFound, sessions.dayOutOfRange, sessions.endBeforeStart, common.wrongState once it was held
 */
@Injectable()
export class AddProgrammeItem {
  constructor(private readonly database: Database) {}

  run(actor: Actor, sessionId: string, content: ProgrammeContent): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const facts = await openFor(tx, actor, sessionId);
      assertProgrammeTimes(content, daysOf(facts));
      await insertItem(tx, { ...content, id: newId(), sessionId, audience: facts.audience, version: 1 });
      await tell(tx, sessionChanged, facts, facts.version);
    });
  }
}

export interface ProgrammeItemInput {
  readonly itemId: string;
  readonly version: number;
  /** Null takes the point off the programme. */
  readonly content: ProgrammeContent | null;
}

/** Rewrites or takes off a point. @returns its session @throws sessions.programmeItemNotFound, common.staleVersion */
@Injectable()
export class EditProgrammeItem {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { itemId, version, content }: ProgrammeItemInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const item = await lockItem(tx, itemId, version);
      const facts = await openFor(tx, actor, item.sessionId);
      if (content) assertProgrammeTimes(content, daysOf(facts));
      await saveItem(tx, { ...item, ...content }, content === null);
      await tell(tx, sessionChanged, facts, facts.version);
      return item.sessionId;
    });
  }
}

async function openFor(tx: Tx, actor: Actor, sessionId: string): Promise<SessionFacts> {
  const facts = await lockSession(tx, sessionId);
  sessionLifecycle.step(facts.state, 'edit-programme', sessionContext(facts, actor));
  return facts;
}

const daysOf = ({ startDate, endDate }: SessionFacts): number => daysBetween(startDate, endDate ?? startDate) + 1;
