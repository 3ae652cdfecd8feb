import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { workerActor } from './worker-actor.js';

/** Preferences belong to a user of any side: they are read and changed like sign-ins, through the role of those. */
const role = 'forum_auth';

export interface MailPreference {
  /** Whether the mail of the day is sent; it is in the inbox in any case. */
  readonly digest: boolean;
}

/** The actor's own preference; whoever never chose gets the mail of the day. */
export async function findMailPreference(database: Database, actor: Actor): Promise<MailPreference> {
  const [row] = await database
    .readAs(role)
    .query<MailPreference>('select digest from forum.mail_preference where user_id = $1', [actor.userId]);
  return row ?? { digest: true };
}

/** Says whether the actor gets the mail of the day. Who turns it on again gets another link to stop it: the old one may be in other hands. */
@Injectable()
export class SetMailPreference {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, { digest }: MailPreference): Promise<void> {
    await this.database.runInTx({ ...actor, databaseRole: role }, (tx) =>
      tx.query(
        `insert into forum.mail_preference (user_id, digest, token) values ($1, $2, $3)
         on conflict (user_id) do update
           set token = case when excluded.digest and not mail_preference.digest then excluded.token else mail_preference.token end,
               digest = excluded.digest, updated_at = forum.now()`,
        [actor.userId, digest, newToken()],
      ),
    );
  }
}

/** Stops the mail of the day for whom a token stands, without signing in (RFC 8058); as often as one likes. */
@Injectable()
export class UnsubscribeByToken {
  constructor(private readonly database: Database) {}

  /** @returns false for a token that stands for nobody */
  async run(token: string): Promise<boolean> {
    const [known] = await this.database
      .readAs(role)
      .query<MailPreference>('select digest from forum.mail_preference where token = $1', [token]);
    if (!known?.digest) return known !== undefined;
    const rows = await this.database.runInTx({ ...workerActor, databaseRole: role }, (tx) =>
      tx.query(
        'update forum.mail_preference set digest = false, updated_at = forum.now() where token = $1 returning 1',
        [token],
      ),
    );
    return rows.length > 0;
  }
}

/** Whether a reader wants the mail of the day, and the token of that reader, made with their first one. */
export async function preferenceForMail(tx: Tx, userId: string): Promise<MailPreference & { readonly token: string }> {
  await tx.query(
    'insert into forum.mail_preference (user_id, token) values ($1, $2) on conflict (user_id) do nothing',
    [userId, newToken()],
  );
  const [row] = await tx.query<MailPreference & { token: string }>(
    'select digest, token from forum.mail_preference where user_id = $1',
    [userId],
  );
  if (!row) throw new TypeError('reminders.noPreference');
  return row;
}

const newToken = (): string => randomBytes(24).toString('base64url');
