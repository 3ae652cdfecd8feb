import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { runsTheDesk } from '../queries/queue-health.js';

/**
 * Asks the worker to try at once what could not be planned anew. What that is, the administrator does not learn (domain.md 2).
 * @returns how many objects are tried
 * @throws common.forbidden
 */
@Injectable()
export class RetryLeftBehind {
  constructor(private readonly database: Database) {}

  run(actor: Actor): Promise<number> {
    if (!runsTheDesk(actor)) throw commonErrors.forbidden();
    return this.database.runInTx(actor, async (tx) => {
      const [row] = await tx.query<{ asked: number }>('select forum.retry_left_behind()::float8 as asked');
      return row?.asked ?? 0;
    });
  }
}
