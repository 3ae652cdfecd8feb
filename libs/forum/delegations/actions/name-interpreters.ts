import { Injectable } from '@nestjs/common';
import type { PersonName } from '#core/i18n';
import { newId, type Actor, type Side } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { interpretersChanged } from '../delegations.events.js';
import { delegationsErrors } from '../domain/delegations.errors.js';
import {
  interpretationContext,
  interpretationLifecycle,
  interpretationState,
} from '../domain/interpretation.lifecycle.js';
import { lockSessionOfList, sideOf } from '../persistence/delegations.repository.js';
import { interpretationOfSession } from '../queries/interpretation-of-session.js';

export interface NameInterpreterInput {
  readonly sessionId: string;
  readonly names: PersonName;
  readonly agency: string;
}

/** Names an interpreter the own side brings who holds no post. @throws common.forbidden, delegations.nameMissing, delegations.sessionOver */
@Injectable()
export class NameInterpreter {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: NameInterpreterInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const side = await assertMayName(tx, actor, input.sessionId);
      if (Object.keys(input.names).length === 0) throw delegationsErrors.nameMissing();
      await tx.query(
        'insert into forum.interpreter (id, session_id, side, names, agency) values ($1, $2, $3, $4, $5)',
        [newId(), input.sessionId, side, JSON.stringify(input.names), input.agency],
      );
      await publish(tx, input.sessionId, side);
    });
  }
}

/** Takes an interpreter of the own side off again. @throws delegations.interpreterNotFound */
@Injectable()
export class DismissInterpreter {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: { readonly sessionId: string; readonly interpreterId: string }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const side = await assertMayName(tx, actor, input.sessionId);
      const gone = await tx.query(
        `update forum.interpreter set removed_at = forum.now()
          where id = $1 and session_id = $2 and side = $3 and removed_at is null returning id`,
        [input.interpreterId, input.sessionId, side],
      );
      if (gone.length === 0) throw delegationsErrors.interpreterNotFound();
      await publish(tx, input.sessionId, side);
    });
  }
}

async function assertMayName(tx: Tx, actor: Actor, sessionId: string): Promise<Side> {
  const session = await lockSessionOfList(tx, sessionId);
  const row = await interpretationOfSession(tx, session.id);
  interpretationLifecycle.step(
    interpretationState(row),
    'name-interpreter',
    interpretationContext(row, session, actor),
  );
  return sideOf(actor);
}

async function publish(tx: Tx, sessionId: string, side: Side): Promise<void> {
  const about = { audience: 'joint', subjectType: 'session', subjectId: sessionId } as const;
  await tx.publish(interpretersChanged, { sessionId, side }, about);
}
