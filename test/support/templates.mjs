import { hash } from '@node-rs/argon2';
import pg from 'pg';

/** Two templates: `forum_empty` is migrated, `forum_record` holds the real record and the demo accounts as well. */
export async function prepareTemplates(root, server) {
  const { migrate } = await import(`${root}dist/libs/platform/database/index.js`);
  const { loadRecord } = await import(`${root}dist/libs/forum/history/index.js`);
  const { demoPassword } = await import(`${root}dist/libs/forum/identity/index.js`);
  const admin = new pg.Client({ connectionString: server.superuserUrl });
  await admin.connect();
  try {
    await admin.query('create database forum_empty owner forum_owner');
    await migrate({
      migrationUrl: named(server.migrationUrl, 'forum_empty'),
      appUrl: named(server.appUrl, 'forum_empty'),
    });
    await admin.query('create database forum_record template forum_empty owner forum_owner');
    await loadRecord({ appUrl: named(server.appUrl, 'forum_record'), demo: true });
    await cheapenSignIn(named(server.superuserUrl, 'forum_record'), demoPassword);
  } finally {
    await admin.end();
  }
}

/**
 * The same password, hashed with little work: people sign in some hundred times in these tests, and a sign-in costs what its hash was
 * made with. How the product hashes is no question of theirs.
 */
async function cheapenSignIn(url, password) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const cheap = await hash(password, { memoryCost: 64, timeCost: 1, parallelism: 1 });
    await client.query('update forum.user_account set password_hash = $1 where password_hash is not null', [cheap]);
  } finally {
    await client.end();
  }
}

function named(url, database) {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
