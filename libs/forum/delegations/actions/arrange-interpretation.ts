import { Injectable } from '@nestjs/common';
import { commonErrors, newId, type Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { interpretationArranged, interpretationConfirmed } from '../delegations.events.js';
import type { Direction, Equipment, InterpretationMode, Provider } from '../domain/interpretation.js';
import {
  interpretationContext,
  interpretationLifecycle,
  interpretationState,
} from '../domain/interpretation.lifecycle.js';
import type { InterpretationRow } from '../domain/interpretation.types.js';
import { lockSessionOfList } from '../persistence/delegations.repository.js';
import { interpretationOfSession } from '../queries/interpretation-of-session.js';

export interface ArrangeInterpretationInput {
  readonly sessionId: string;
  /** Version the actor has seen; 0 while nothing was arranged. */
  readonly version: number;
  readonly direction: Direction | null;
  readonly mode: InterpretationMode | null;
  readonly provider: Provider | null;
  readonly equipment: readonly Equipment[];
  readonly glossaryVersion: string | null;
  readonly factorPercent: number | null;
}

/** The host's secretariat says how the session is interpreted; what was confirmed is open again. @throws common.staleVersion, common.forbidden */
@Injectable()
export class ArrangeInterpretation {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: ArrangeInterpretationInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { row } = await locked(tx, actor, input, 'arrange');
      const [saved] = await tx.query<{ version: number }>(
        `insert into forum.interpretation (id, session_id, direction, mode, provider, equipment, glossary_version, factor_percent)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict on constraint uq_interpretation_session_id do update
           set direction = excluded.direction, mode = excluded.mode, provider = excluded.provider, equipment = excluded.equipment,
               glossary_version = excluded.glossary_version, factor_percent = excluded.factor_percent, confirmed_at = null,
               version = interpretation.version + 1, updated_at = forum.now()
         returning version`,
        [
          newId(),
          row.sessionId,
          input.direction,
          input.mode,
          input.provider,
          input.equipment,
          input.glossaryVersion,
          input.factorPercent,
        ],
      );
      const about = { audience: 'joint', subjectType: 'session', subjectId: row.sessionId } as const;
      await tx.publish(interpretationArranged, { sessionId: row.sessionId, version: saved?.version ?? 1 }, about);
    });
  }
}

/** The host's secretariat confirms interpretation and equipment (due T-10). @throws delegations.interpretationIncomplete, common.wrongState once confirmed */
@Injectable()
export class ConfirmInterpretation {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: { readonly sessionId: string; readonly version: number }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { row } = await locked(tx, actor, input, 'confirm');
      await tx.query(
        `update forum.interpretation set confirmed_at = forum.now(), version = version + 1, updated_at = forum.now() where session_id = $1`,
        [row.sessionId],
      );
      const about = { audience: 'joint', subjectType: 'session', subjectId: row.sessionId } as const;
      await tx.publish(interpretationConfirmed, { sessionId: row.sessionId, version: row.version + 1 }, about);
    });
  }
}

async function locked(
  tx: Tx,
  actor: Actor,
  input: { readonly sessionId: string; readonly version: number },
  action: 'arrange' | 'confirm',
): Promise<{ row: InterpretationRow }> {
  const session = await lockSessionOfList(tx, input.sessionId);
  const row = await interpretationOfSession(tx, session.id);
  if (row.version !== input.version) throw commonErrors.staleVersion();
  interpretationLifecycle.step(interpretationState(row), action, interpretationContext(row, session, actor));
  return { row };
}
