import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { preparationRefusal } from '../domain/session-offers.js';
import { interpretationConfirmed } from '../delegations.events.js';
import { lockSessionAt, saveConfirmation } from '../persistence/delegations.repository.js';
import { readPreparation } from '../queries/preparation.js';

/** The host's secretariat confirms interpretation and equipment (domain.md 4: due T-10). @throws delegations.interpretationAlreadyConfirmed */
@Injectable()
export class ConfirmInterpretation {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: { readonly sessionId: string; readonly version: number }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const session = await lockSessionAt(tx, input.sessionId, input.version);
      const preparation = await readPreparation(tx, session.id);
      const refusal = preparationRefusal('confirm-interpretation', session, preparation, actor);
      if (refusal) throw refusal;
      await saveConfirmation(tx, session.id);
      await tx.publish(
        interpretationConfirmed,
        { sessionId: session.id, version: session.version },
        { audience: 'joint', subjectType: 'session', subjectId: session.id },
      );
    });
  }
}
