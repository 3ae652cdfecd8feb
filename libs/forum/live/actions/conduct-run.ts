import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor, type Side } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { isOnAgenda, agendaOfSession } from '#forum/agenda';
import { liveErrors } from '../domain/live.errors.js';
import { openSegment, type RunRow } from '../domain/live.types.js';
import { stepRun } from '../domain/run.lifecycle.js';
import { endSegment, happened, lockRun, raiseVersion, startSegment } from '../persistence/live.repository.js';
import { endFloor } from '../persistence/speakers.repository.js';

export interface RunVersion {
  readonly sessionId: string;
  /** Version of the run as the actor saw it, so that two who press at once do not pass over a row. */
  readonly version: number;
}

/**
 * Takes up a row of the adopted agenda, again or for the first time; what was on ends, and so does the floor.
 * @throws sessions.notFound, live.notRunning, live.itemNotFound, live.alreadyOn, common.staleVersion, common.forbidden
 */
@Injectable()
export class GoToItem {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: RunVersion & { readonly itemId: string }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const run = await lockRun(tx, input.sessionId, input.version);
      stepRun(run, 'go-to', actor);
      const agenda = await agendaOfSession(tx, null, input.sessionId);
      const item = agenda?.items.find(({ id }) => id === input.itemId);
      if (!item || !isOnAgenda(item) || item.kind === 'section') throw liveErrors.itemNotFound();
      if (openSegment(run)?.itemId === item.id) throw liveErrors.alreadyOn();
      await change(tx, run);
      await startSegment(tx, run.sessionId, sideOf(actor), { itemId: item.id, minutes: null });
      await happened(tx, run.sessionId, 'item_started', { subjectId: item.id });
    });
  }
}

/** Breaks off for so many minutes. @throws sessions.notFound, live.notRunning, common.wrongState during a break, common.staleVersion, common.forbidden */
@Injectable()
export class TakeBreak {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: RunVersion & { readonly minutes: number }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const run = await lockRun(tx, input.sessionId, input.version);
      stepRun(run, 'take-break', actor);
      await change(tx, run);
      await startSegment(tx, run.sessionId, sideOf(actor), { itemId: null, minutes: input.minutes });
      await happened(tx, run.sessionId, 'break_started');
    });
  }
}

/** Ends what is on without taking up anything. @throws sessions.notFound, live.notRunning, common.wrongState, common.staleVersion, common.forbidden */
@Injectable()
export class StopItem {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: RunVersion): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const run = await lockRun(tx, input.sessionId, input.version);
      stepRun(run, 'stop', actor);
      const ended = openSegment(run)?.itemId ?? null;
      await change(tx, run);
      await happened(tx, run.sessionId, 'stopped', { subjectId: ended });
    });
  }
}

async function change(tx: Tx, run: RunRow): Promise<void> {
  await endFloor(tx, run);
  await endSegment(tx, run.sessionId);
  await raiseVersion(tx, run.sessionId);
}

/** The lifecycle lets nobody through who belongs to no side. */
export function sideOf(actor: Actor): Side {
  if (actor.side === null) throw commonErrors.forbidden();
  return actor.side;
}
