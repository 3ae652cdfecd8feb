import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { sessionClosed } from '../sessions.events.js';
import { takeStep, type StepInput } from './take-step.js';

/** Closes a held session. @throws sessions.notClosable while a capability says that something is open (domain.md 3.3) */
@Injectable()
export class CloseSession {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: StepInput): Promise<void> {
    return takeStep(this.database, actor, input, 'close', 'closed_at', sessionClosed);
  }
}
