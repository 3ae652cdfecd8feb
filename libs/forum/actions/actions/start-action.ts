import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { actionStarted } from '../actions.events.js';
import { nextState } from '../domain/action.lifecycle.js';
import { lockAction, recordEvent, saveAction } from '../persistence/actions.repository.js';

/** The owner says that work has begun: open → in_progress. @throws actions.notFound, common.staleVersion, common.wrongState, common.forbidden */
@Injectable()
export class StartAction {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: { readonly id: string; readonly version: number }): Promise<void> {
    await this.database.runInTx(actor, async (tx) => {
      const item = await lockAction(tx, input.id, input.version);
      const started = await saveAction(tx, item, { state: nextState(item, 'start', actor) });
      await recordEvent(tx, started, 'started', actionStarted);
    });
  }
}
