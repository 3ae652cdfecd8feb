import { Injectable } from '@nestjs/common';
import { newText, type Actor, type Language } from '#core/kernel';
import { Database } from '#platform/database';
import { recordActionLine } from '#forum/actions';
import { sessionsErrors } from '#forum/sessions';
import { openSegment } from '../domain/live.types.js';
import { stepRun } from '../domain/run.lifecycle.js';
import { insertDecision, insertNote } from '../persistence/decisions.repository.js';
import { happened, lockRun } from '../persistence/live.repository.js';
import { runOfSession } from '../queries/run-of-session.js';
import { sideOf } from './conduct-run.js';

/** One typed line, about what is on. */
export interface CapturedLine {
  readonly sessionId: string;
  readonly lang: Language;
  readonly text: string;
}

/**
 * Writes down what the room decided; both sides see it at once, as a draft.
 * @returns the id of the decision
 * @throws sessions.notFound, live.notRunning, common.forbidden
 */
@Injectable()
export class CaptureDecision {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: CapturedLine): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const run = await lockRun(tx, input.sessionId);
      stepRun(run, 'capture-decision', actor);
      const id = await insertDecision(tx, run.sessionId, {
        itemId: openSegment(run)?.itemId ?? null,
        text: newText(input.lang, input.text),
        side: sideOf(actor),
      });
      await happened(tx, run.sessionId, 'decision_captured', { subjectId: id });
      return id;
    });
  }
}

/**
 * Records an action item from one line such as `@MSIT !due 2027-05-06 send the list`, with what is on as its origin.
 * @returns the ids of the items
 * @throws sessions.notFound, live.notRunning, common.forbidden, and what `recordActionLine` throws
 */
@Injectable()
export class CaptureAction {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { sessionId, lang, text }: CapturedLine): Promise<string[]> {
    return this.database.runInTx(actor, async (tx) => {
      // The run is locked by what hears of the record, after the numbering has been: one order of locks for every way to record.
      const run = await runOfSession(tx, actor.side, sessionId);
      if (!run) throw sessionsErrors.notFound();
      stepRun(run, 'capture-action', actor);
      const itemId = openSegment(run)?.itemId ?? null;
      const origin = itemId === null ? {} : { origin: { kind: 'agenda_item' as const, id: itemId } };
      return recordActionLine(tx, { sessionId, lang, text, ...origin });
    });
  }
}

/**
 * Writes a line for the own side alone.
 * @returns the id of the note
 * @throws sessions.notFound, live.notRunning, common.forbidden
 */
@Injectable()
export class AddNote {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { sessionId, lang, text }: CapturedLine): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const run = await lockRun(tx, sessionId);
      stepRun(run, 'add-note', actor);
      const side = sideOf(actor);
      const id = await insertNote(tx, sessionId, { itemId: openSegment(run)?.itemId ?? null, lang, text, side });
      await happened(tx, sessionId, 'note_added', { subjectId: id, audience: side });
      return id;
    });
  }
}
