import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { noteSessionHeld } from '#forum/channels';
import { sessionHeld } from '../sessions.events.js';
import { takeStep, type StepInput } from './take-step.js';

/** Records that the session was held, after its end, and tells its channel in the same transaction. @throws sessions.notOverYet */
@Injectable()
export class HoldSession {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: StepInput): Promise<void> {
    return takeStep(this.database, actor, input, 'hold', 'held_at', sessionHeld, (tx, facts) =>
      noteSessionHeld(tx, facts.channelId, facts.id, facts.level, facts.startDate),
    );
  }
}
