import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { newId, type Actor, type Role } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { identityErrors } from '../domain/identity.errors.js';
import { hashSessionToken, newSessionToken } from '../domain/session-token.js';
import { guessLimits, isThrottled } from '../domain/throttle.js';

export interface SignInInput {
  /** Already normalised: NFKC, lower case. */
  readonly email: string;
  readonly password: string;
  /** Network address of the caller. */
  readonly address: string;
  /** Demo accounts sign in only in demo mode. */
  readonly demoMode: boolean;
  readonly absoluteHours: number;
}

interface AccountRow {
  id: string;
  password_hash: string | null;
  disabled: boolean;
  demo: boolean;
  roles: Role[];
}

/** The sign-in itself has no user yet. */
export const signInActor: Actor = {
  userId: '00000000-0000-7000-8000-000000000000',
  side: null,
  roles: [],
  postIds: [],
  language: 'en',
  databaseRole: 'forum_auth',
};

/**
 * Signs a user in and gives a fresh session token (asvs 7.2.4). An unknown account costs as much time as a wrong password and is
 * answered alike (asvs 6.3.8).
 * @throws identity.badCredentials, identity.tooManyAttempts
 */
@Injectable()
export class SignIn {
  private decoy: Promise<string> | undefined;

  constructor(private readonly database: Database) {}

  async run(input: SignInInput): Promise<{ token: string; userId: string }> {
    const outcome = await this.database.runInTx(signInActor, async (tx) => {
      await refuseGuesses(tx, input);
      const account = await findAccount(tx, input);
      const stored = account?.password_hash ?? (await this.decoyHash());
      const right = await verify(stored, input.password);
      const accepted = right && account !== undefined && account.password_hash !== null;
      await recordAttempt(tx, input, accepted);
      return accepted ? openSession(tx, account, input.absoluteHours) : null;
    });
    if (!outcome) throw identityErrors.badCredentials();
    return outcome;
  }

  private decoyHash(): Promise<string> {
    this.decoy ??= hash(newSessionToken());
    return this.decoy;
  }
}

async function refuseGuesses(tx: Tx, input: SignInInput): Promise<void> {
  // One guess at a time per account: a hundred guesses sent at once count like a hundred sent in turn.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [input.email]);
  const [row] = await tx.query<{ account: number; address: number; wait: number }>(
    `select count(*) filter (where account = $1)::int as account, count(*) filter (where address = $2)::int as address,
            greatest(1, ceil(extract(epoch from min(at) + make_interval(mins => $3) - forum.now())))::int as wait
       from forum.sign_in_attempt
      where not succeeded and at > forum.now() - make_interval(mins => $3) and (account = $1 or address = $2)`,
    [input.email, input.address, guessLimits.windowMinutes],
  );
  if (row && isThrottled(row)) throw identityErrors.tooManyAttempts({ seconds: row.wait });
}

async function findAccount(tx: Tx, input: SignInInput): Promise<AccountRow | undefined> {
  const [account] = await tx.query<AccountRow>(
    `select id, password_hash, disabled_at is not null as disabled, demo, roles from forum.user_account where email = $1`,
    [input.email],
  );
  if (!account || account.disabled || (account.demo && !input.demoMode)) return undefined;
  return account;
}

async function recordAttempt(tx: Tx, input: SignInInput, succeeded: boolean): Promise<void> {
  await tx.query(`insert into forum.sign_in_attempt (id, account, address, succeeded) values ($1, $2, $3, $4)`, [
    newId(),
    input.email,
    input.address,
    succeeded,
  ]);
}

async function openSession(
  tx: Tx,
  account: AccountRow,
  absoluteHours: number,
): Promise<{ token: string; userId: string }> {
  const token = newSessionToken();
  await tx.query(
    `insert into forum.auth_session (id, token_hash, user_id, expires_at) values ($1, $2, $3, forum.now() + make_interval(hours => $4))`,
    [newId(), hashSessionToken(token), account.id, absoluteHours],
  );
  return { token, userId: account.id };
}
