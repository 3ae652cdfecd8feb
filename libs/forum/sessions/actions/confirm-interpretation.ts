import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { interpretationConfirmed } from '../sessions.events.js';
import { takeStep, type StepInput } from './take-step.js';

/** The host's secretariat confirms interpretation and equipment (domain.md 4: due T-10). */
@Injectable()
export class ConfirmInterpretation {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: StepInput): Promise<void> {
    return takeStep(
      this.database,
      actor,
      input,
      'confirm-interpretation',
      { interpretationConfirmed: true },
      interpretationConfirmed,
    );
  }
}
