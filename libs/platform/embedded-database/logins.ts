import pg from 'pg';
import { superuser, type Credentials } from './cluster.js';

export interface DatabaseUrls {
  /** Owner of the database `forum`: may create roles, is no superuser. */
  readonly migrationUrl: string;
  /** Login of the running processes: inherits nothing, takes one role per pool. */
  readonly appUrl: string;
  readonly superuserUrl: string;
}

export const databaseName = 'forum';
const owner = 'forum_owner';
const app = 'forum_app';

export function urlsFor(port: number, credentials: Credentials): DatabaseUrls {
  const url = (user: string, password: string, database: string): string =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/${database}`;
  return {
    migrationUrl: url(owner, credentials.owner, databaseName),
    appUrl: url(app, credentials.app, databaseName),
    superuserUrl: url(superuser, credentials.superuser, databaseName),
  };
}

/** Makes the two logins and the database where they are missing; every step may have been done by an earlier, killed start. */
export async function ensureLogins(port: number, credentials: Credentials): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: superuser,
    password: credentials.superuser,
    database: 'postgres',
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      'select rolname as name from pg_roles where rolname in ($1, $2) union all select datname from pg_database where datname = $3',
      [owner, app, databaseName],
    );
    const known = new Set(rows.map((row) => row.name));
    if (!known.has(owner))
      await client.query(`create role ${owner} login createrole password ${pg.escapeLiteral(credentials.owner)}`);
    if (!known.has(app))
      await client.query(`create role ${app} login noinherit password ${pg.escapeLiteral(credentials.app)}`);
    if (!known.has(databaseName)) await client.query(`create database ${databaseName} owner ${owner}`);
  } finally {
    await client.end();
  }
}
