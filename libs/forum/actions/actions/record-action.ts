import { Injectable } from '@nestjs/common';
import type { Actor, Language } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { parseActionLine } from '../domain/action-line.js';
import type { ActionOrigin } from '../domain/action.types.js';
import { postsCalled } from '../domain/post-names.js';
import { readPostNames } from '../queries/place-of-action.js';
import { recordActions, type RecordActionsInput } from './record-actions.js';

export type RecordActionInput = RecordActionsInput;

/** Records an action item as `recordActions` does, in a transaction of its own. */
@Injectable()
export class RecordAction {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: RecordActionInput): Promise<string[]> {
    return this.database.runInTx(actor, (tx) => recordActions(tx, input));
  }
}

export interface RecordLineInput {
  readonly sessionId: string;
  /** `@post !due 2027-05-06 title` */
  readonly text: string;
  /** Language of the title. */
  readonly lang: Language;
  readonly origin?: ActionOrigin | undefined;
}

/**
 * Records what was typed in one line while the session goes on.
 * @throws what `parseActionLine` and `recordActions` throw, actions.ownerNotFound, actions.ownerAmbiguous
 */
export async function recordActionLine(tx: Tx, { text, ...rest }: RecordLineInput): Promise<string[]> {
  const { title, owners, due, priority } = parseActionLine(text);
  const ownerPostIds = postsCalled(owners, await readPostNames(tx));
  return recordActions(tx, { ...rest, title, due, priority, ownerPostIds });
}

/** As `recordActionLine`, in a transaction of its own. */
@Injectable()
export class RecordActionLine {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: RecordLineInput): Promise<string[]> {
    return this.database.runInTx(actor, (tx) => recordActionLine(tx, input));
  }
}
