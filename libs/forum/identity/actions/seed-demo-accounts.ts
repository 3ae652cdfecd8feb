import { hash } from '@node-rs/argon2';
import { historicText, newId } from '#core/kernel';
import type { Tx } from '#platform/database';
import { demoAccounts, demoPassword, type DemoAccount, type DemoPost } from '../domain/demo-accounts.js';

/**
 * Makes the demo accounts and the posts they hold; leaves alone what is there. Needs the bodies of the record.
 * Called in demo mode only, inside the transaction that loads the record.
 * @returns how many accounts were made now
 */
export async function seedDemoAccounts(tx: Tx): Promise<number> {
  const existing = new Set(
    (await tx.query<{ email: string }>('select email from forum.user_account')).map((row) => row.email),
  );
  const missing = demoAccounts.filter((account) => !existing.has(account.email));
  const hashes = await Promise.all(missing.map(() => hash(demoPassword)));
  for (const [index, account] of missing.entries()) await insertAccount(tx, account, hashes[index] ?? null);
  return missing.length;
}

async function insertAccount(tx: Tx, account: DemoAccount, passwordHash: string | null): Promise<void> {
  const userId = newId();
  await tx.query(
    `insert into forum.user_account (id, email, side, roles, language, password_hash, demo) values ($1, $2, $3, $4, $5, $6, true)`,
    [userId, account.email, account.side, account.roles, account.language, passwordHash],
  );
  if (!account.post) return;
  const postId = await ensurePost(tx, account, account.post);
  await tx.query(`insert into forum.post_holder (id, post_id, side, user_id) values ($1, $2, $3, $4)`, [
    newId(),
    postId,
    account.side,
    userId,
  ]);
}

async function ensurePost(tx: Tx, account: DemoAccount, post: DemoPost): Promise<string> {
  const [found] = await tx.query<{ id: string }>('select id from forum.post where code = $1', [post.code]);
  if (found) return found.id;
  const id = newId();
  const source = account.side === 'jp' ? 'ja' : 'ko';
  await tx.query(
    `insert into forum.post (id, code, body_id, side, title, rank, superior_id, demo)
     values ($1, $2, (select id from forum.body where code = $3), $4, $5, $6, (select id from forum.post where code = $7), true)`,
    [id, post.code, post.bodyCode, account.side, historicText(post.title, source), post.rank, post.superiorCode],
  );
  return id;
}
