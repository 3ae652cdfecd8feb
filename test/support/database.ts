import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { Database } from '#platform/database';
import type { DatabaseUrls } from '#platform/embedded-database';
import '#forum/assembly';

/** A database of one test file, cloned from a template and dropped at the end. */
export interface TestDatabase {
  readonly name: string;
  readonly appUrl: string;
  readonly migrationUrl: string;
  readonly database: Database;
  /** Runs SQL as superuser: arranging and looking, never the act under test. */
  admin<Row extends object>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Asks again until there is at least one row: waits for a fact that a worker makes true. Jest's own time-out bounds it. */
  waitForRows<Row extends object>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Moves the product's clock so that `forum.now()` continues from this instant (ISO 8601 with offset). Nothing sleeps. */
  setClock(instant: string): Promise<void>;
  close(): Promise<void>;
}

export interface TestDatabaseOptions {
  /**
   * PostgreSQL plans the first reads of a connection anew for their values, as in the product. Otherwise it plans each statement once: a
   * test asks a statement twice or thrice on a connection, and would have it planned as often. What measures plans wants them.
   */
  readonly plansForValues?: boolean;
}

/**
 * Clones a template.
 * @param template `empty`: migrated only; `record`: with the real record and the demo accounts
 */
export async function createTestDatabase(
  template: 'empty' | 'record' = 'empty',
  { plansForValues = false }: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withSuperuser(async (client) => {
    // Cloning locks the template for a moment; the advisory lock lets parallel test files take turns.
    await client.query('select pg_advisory_lock(4711)');
    // Copied as files: through the log, as PostgreSQL does it unless told, takes four times as long.
    await client.query(`create database ${name} template forum_${template} owner forum_owner strategy file_copy`);
    await client.query('select pg_advisory_unlock(4711)');
    if (!plansForValues) await client.query(`alter database ${name} set plan_cache_mode = force_generic_plan`);
  });
  const { close, ...opened } = openTestDatabase(name, {
    appUrl: setting('FORUM_TEST_APP_URL'),
    migrationUrl: setting('FORUM_TEST_MIGRATION_URL'),
    superuserUrl: setting('FORUM_TEST_SUPERUSER_URL'),
  });
  return {
    ...opened,
    close: async () => {
      await close();
      await withSuperuser((client) => dropDatabase(client, name));
    },
  };
}

/** Opens a database that is there; `close` leaves it where it is. */
export function openTestDatabase(name: string, server: DatabaseUrls): TestDatabase {
  const appUrl = named(server.appUrl, name);
  const pool = new pg.Pool({ connectionString: named(server.superuserUrl, name), max: 2 });
  // A server that ends takes idle connections with it; the next question opens a new one.
  pool.on('error', () => undefined);
  const database = new Database({ url: appUrl, poolSize: 4 });
  const admin = async <Row extends object>(sql: string, params: readonly unknown[] = []): Promise<Row[]> => {
    const answer = await pool.query<Row>(sql, [...params]);
    return answer.rows;
  };
  let closed = false;
  return {
    name,
    appUrl,
    migrationUrl: named(server.migrationUrl, name),
    database,
    admin,
    waitForRows: async <Row extends object>(sql: string, params: readonly unknown[] = []): Promise<Row[]> => {
      for (;;) {
        const rows = await admin<Row>(sql, params);
        if (rows.length > 0) return rows;
        await setTimeout(20);
      }
    },
    setClock: async (instant) => {
      await admin('update forum.clock_offset set amount = $1::timestamptz - clock_timestamp()', [instant]);
    },
    close: async () => {
      if (closed) return;
      closed = true;
      await database.close();
      await pool.end();
    },
  };
}

/**
 * Drops a database once its last connection is gone: a client that is told off while it says goodbye has nobody left to hear the error.
 * What a test has forgotten to close is cut off after five seconds.
 */
async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  for (let patience = 250; patience > 0; patience -= 1) {
    const { rows } = await client.query('select 1 from pg_stat_activity where datname = $1', [name]);
    if (rows.length === 0) break;
    await setTimeout(20);
  }
  await client.query(`drop database if exists ${name} with (force)`);
}

async function withSuperuser(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: setting('FORUM_TEST_SUPERUSER_URL') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The address of another database of the same server. */
export function named(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run this file with jest.database.config.js`);
  return value;
}
