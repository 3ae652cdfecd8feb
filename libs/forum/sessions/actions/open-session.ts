import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { sessionOpened } from '../sessions.events.js';
import { takeStep, type StepInput } from './take-step.js';

/** Opens a ready session on its day at the venue. @throws sessions.notTheDay */
@Injectable()
export class OpenSession {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: StepInput): Promise<void> {
    return takeStep(this.database, actor, input, 'open', 'opened_at', sessionOpened);
  }
}
