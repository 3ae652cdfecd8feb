import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { remindersErrors } from '../domain/reminders.errors.js';

export interface MarkMailsInput {
  readonly read: boolean;
  readonly ids?: readonly string[] | undefined;
  /** Everything that had arrived by then, ISO 8601: what came since the list was shown stays unread. */
  readonly until?: string | undefined;
}

/** Marks mails in the reader's own inbox; an id that is not there is passed over. @throws reminders.mailsMissing */
@Injectable()
export class MarkMails {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, { ids, until, read }: MarkMailsInput): Promise<void> {
    if (ids === undefined && until === undefined) throw remindersErrors.mailsMissing();
    if (actor.side === null || actor.databaseRole !== `forum_${actor.side}`) return;
    await this.database.runInTx(actor, (tx) =>
      tx.query('select forum.mark_mails($1, $2, $3, $4)', [actor.userId, ids ?? [], until ?? null, read]),
    );
  }
}
