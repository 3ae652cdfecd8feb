import { Injectable } from '@nestjs/common';
import type { Actor, Language } from '#core/kernel';
import { Database } from '#platform/database';
import { signInActor } from './sign-in.js';

/** Sets the language in which a user reads screens and receives mail (domain.md 4). */
@Injectable()
export class ChangeLanguage {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, language: Language): Promise<void> {
    await this.database.runInTx(signInActor, (tx) =>
      tx.query('update forum.user_account set language = $2 where id = $1', [actor.userId, language]),
    );
  }
}
