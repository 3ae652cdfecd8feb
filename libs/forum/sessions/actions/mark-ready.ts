import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { sessionReady } from '../sessions.events.js';
import { takeStep, type StepInput } from './take-step.js';

/** Declares a session ready. @throws sessions.notReady while anything blocks (domain.md 3.3) */
@Injectable()
export class MarkReady {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: StepInput): Promise<void> {
    return takeStep(this.database, actor, input, 'mark-ready', null, sessionReady);
  }
}
