import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { preparingStarted } from '../sessions.events.js';
import { takeStep, type StepInput } from './take-step.js';

/** Starts the preparation of a session whose date both sides have agreed; either secretariat. */
@Injectable()
export class StartPreparing {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: StepInput): Promise<void> {
    return takeStep(this.database, actor, input, 'start-preparing', null, preparingStarted);
  }
}
