import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId, type Actor, type Side } from '#core/kernel';
import { Database, type Reader, type Tx } from '#platform/database';
import { guessLimits, isThrottled } from '#forum/identity';
import { remindersErrors } from '../domain/reminders.errors.js';
import { dayMailStopped, dayMailWanted, DAY_MAIL_SUBJECT } from '../reminders.events.js';
import { roleOfSide, workerActor } from './worker-actor.js';

/** Preferences belong to a user of any side: they are read like sign-ins, through the role of those. */
const role = 'forum_auth';

export type StoppedBy = 'link' | 'settings';

export interface MailPreference {
  /** Whether the mail of the day is sent; it is in the inbox in any case. */
  readonly digest: boolean;
  /** When and by what it was stopped; null while it is sent. */
  readonly stopped: { readonly at: Date; readonly by: StoppedBy } | null;
}

/** What a user chose; whoever never did gets the mail of the day. */
export async function findMailPreference(
  database: Database,
  { userId }: Pick<Actor, 'userId'>,
): Promise<MailPreference> {
  const [row] = await database
    .readAs(role)
    .query<{ digest: boolean; at: Date; by: StoppedBy | null }>(
      'select digest, updated_at as at, stopped_by as by from forum.mail_preference where user_id = $1',
      [userId],
    );
  return row?.digest === false
    ? { digest: false, stopped: { at: row.at, by: row.by ?? 'settings' } }
    : { digest: true, stopped: null };
}

/** Says whether the actor gets the mail of the day. Who turns it on again gets another link to stop it: the old one may be in other hands. */
@Injectable()
export class SetMailPreference {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, { digest }: Pick<MailPreference, 'digest'>): Promise<void> {
    if (actor.side !== null && actor.databaseRole === roleOfSide(actor.side)) {
      await choose(this.database, actor, { userId: actor.userId, side: actor.side, digest, by: 'settings' });
      return;
    }
    // Who has no side is told nothing, so there is nobody whose trail would show it.
    await this.database.runInTx({ ...actor, databaseRole: role }, (tx) =>
      tx.query(
        `insert into forum.mail_preference (user_id, digest, token, stopped_by) values ($1, $2, $3, case when not $2 then 'settings' end)
         on conflict (user_id) do update
           set digest = excluded.digest, stopped_by = excluded.stopped_by, updated_at = forum.now()`,
        [actor.userId, digest, newToken()],
      ),
    );
  }
}

/**
 * Stops the mail of the day for whom a token stands, without signing in (RFC 8058); as often as one likes. Guesses are let through like
 * guesses at a password (asvs 6.3.1), counted apart from those.
 */
@Injectable()
export class UnsubscribeByToken {
  constructor(private readonly database: Database) {}

  /**
   * @param address network address of the caller
   * @returns false for a token that stands for nobody
   * @throws reminders.tooManyTries
   */
  async run(token: string, address: string): Promise<boolean> {
    const reader = this.database.readAs(role);
    await refuseGuesses(reader, address);
    const [known] = await reader.query<{ userId: string; side: Side | null; digest: boolean }>(
      `select p.user_id as "userId", u.side, p.digest
         from forum.mail_preference p join forum.user_account u on u.id = p.user_id where p.token = $1`,
      [token],
    );
    if (!known) {
      await reader.query(
        'insert into forum.sign_in_attempt (id, account, address, succeeded) values ($1, $2, $3, false)',
        [newId(), guessed, counted(address)],
      );
      return false;
    }
    const { userId, side, digest } = known;
    if (digest && side !== null) {
      const actor = { ...workerActor, side, databaseRole: roleOfSide(side) };
      await choose(this.database, actor, { userId, side, digest: false, by: 'link' });
    }
    return true;
  }
}

interface Choice {
  readonly userId: string;
  readonly side: Side;
  readonly digest: boolean;
  readonly by: StoppedBy;
}

/** Leaves a trace only where something changed. */
async function choose(database: Database, actor: Actor, { userId, side, digest, by }: Choice): Promise<void> {
  await database.runInTx(actor, async (tx) => {
    const [row] = await tx.query<{ changed: boolean }>('select forum.choose_day_mail($1, $2, $3, $4) as changed', [
      userId,
      digest,
      by,
      newToken(),
    ]);
    if (!row?.changed) return;
    const about = { audience: side, subjectType: DAY_MAIL_SUBJECT, subjectId: userId };
    await tx.publish(digest ? dayMailWanted : dayMailStopped, { userId, by }, about);
  });
}

/** Neither name is one that somebody signs in with, or from: a wrong link keeps nobody from signing in. */
const guessed = 'unsubscribe';
const counted = (address: string): string => `${guessed} ${address}`;

async function refuseGuesses(reader: Reader, address: string): Promise<void> {
  const [row] = await reader.query<{ address: number; wait: number }>(
    `select count(*)::int as address, greatest(1, ceil(extract(epoch from min(at) + make_interval(mins => $2) - forum.now())))::int as wait
       from forum.sign_in_attempt where not succeeded and address = $1 and at > forum.now() - make_interval(mins => $2)`,
    [counted(address), guessLimits.windowMinutes],
  );
  if (row && isThrottled({ account: 0, address: row.address }))
    throw remindersErrors.tooManyTries({ seconds: row.wait });
}

/** Whether a reader wants the mail of the day, and the token of that reader, made with their first one. */
export async function preferenceForMail(
  tx: Tx,
  userId: string,
): Promise<Pick<MailPreference, 'digest'> & { readonly token: string }> {
  await tx.query(
    'insert into forum.mail_preference (user_id, token) values ($1, $2) on conflict (user_id) do nothing',
    [userId, newToken()],
  );
  const [row] = await tx.query<{ digest: boolean; token: string }>(
    'select digest, token from forum.mail_preference where user_id = $1',
    [userId],
  );
  if (!row) throw new TypeError('reminders.noPreference');
  return row;
}

const newToken = (): string => randomBytes(24).toString('base64url');
