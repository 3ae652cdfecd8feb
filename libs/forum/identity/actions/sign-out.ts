import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { hashSessionToken } from '../domain/session-token.js';
import { signInActor } from './sign-in.js';

/** Ends the session of a token, or with `everywhere` every session of its user (asvs 7.4.1). Ending an ended session does nothing. */
@Injectable()
export class SignOut {
  constructor(private readonly database: Database) {}

  async run(input: { readonly token: string; readonly everywhere: boolean }): Promise<void> {
    await this.database.runInTx(signInActor, (tx) =>
      tx.query(
        `update forum.auth_session set ended_at = forum.now()
          where ended_at is null and (token_hash = $1 or ($2 and user_id = (select user_id from forum.auth_session where token_hash = $1)))`,
        [hashSessionToken(input.token), input.everywhere],
      ),
    );
  }
}
