import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { SnakeNamingStrategy } from './naming-strategy.js';

/** `migrations/` beside `libs/`, in the sources as in `dist/`. */
const migrationsFolder = new URL('../../../migrations/', import.meta.url);

/** One number, so that two deploys never migrate at once (typeorm takes no lock of its own). */
const migrationLock = 7_320_415;

const databaseRoles = [
  'forum_kr',
  'forum_jp',
  'forum_business',
  'forum_public',
  'forum_joint',
  'forum_admin',
  'forum_worker',
  'forum_auth',
] as const;

/** The database holds migrations this version does not know: it was written by a newer one. Nothing is touched. */
export class DatabaseNewerError extends Error {}

export interface MigrateOptions {
  /** Address of the owner of the tables: needs CREATEROLE and CREATE on the database, not superuser. */
  readonly migrationUrl: string;
  /** Address of the login role of the pools; it is made a member of every `forum_*` role. */
  readonly appUrl: string;
  readonly onProgress?: (done: number, total: number, name: string) => void;
}

type MigrationClass = new () => MigrationInterface;

/** All migrations in order of their 13-digit prefix. */
export async function loadMigrations(): Promise<MigrationClass[]> {
  const files = (await readdir(migrationsFolder))
    .filter((file) => /^\d{13}-.+\.(js|ts)$/.test(file) && !file.endsWith('.d.ts'))
    .sort();
  const modules = await Promise.all(
    files.map((file) => import(fileURLToPath(new URL(file, migrationsFolder))) as Promise<Record<string, unknown>>),
  );
  return modules.map((module, index) => {
    const found = Object.values(module).find((value) => typeof value === 'function');
    if (!found) throw new Error(`migration ${files[index] ?? ''} exports no class`);
    return found as MigrationClass;
  });
}

/** A data source for migrations only: the owner's address, no entities, its own table of what has run. */
export async function openMigrationSource(migrationUrl: string): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url: migrationUrl,
    migrations: await loadMigrations(),
    migrationsTableName: 'forum_migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNamingStrategy(),
    installExtensions: false,
    applicationName: 'forum-desk migrations',
    poolSize: 2,
    extra: { options: '-c timezone=UTC' },
  });
  return source.initialize();
}

/**
 * Brings the database to this version, under an advisory lock, each migration in its own transaction.
 * @returns the names of the migrations that ran now
 * @throws DatabaseNewerError when the database knows migrations this version does not; nothing is changed
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const source = await openMigrationSource(options.migrationUrl);
  const lock = source.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [migrationLock]);
    const known = source.migrations.map((migration) => migration.constructor.name);
    await refuseNewerDatabase(lock, known);
    const done = await namesDone(lock);
    const waiting = known.filter((name) => !done.has(name));
    options.onProgress?.(0, waiting.length, waiting[0] ?? 'nothing to do');
    const ran = waiting.length > 0 ? await source.runMigrations({ transaction: 'each' }) : [];
    await grantRoles(lock, options.appUrl);
    options.onProgress?.(ran.length, waiting.length, ran.at(-1)?.name ?? 'nothing to do');
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

async function namesDone(runner: QueryRunner): Promise<Set<string>> {
  const [table] = (await runner.query(`select to_regclass('forum_migration') as found`)) as { found: string | null }[];
  if (!table?.found) return new Set();
  const rows = (await runner.query('select name from forum_migration')) as { name: string }[];
  return new Set(rows.map((row) => row.name));
}

async function refuseNewerDatabase(runner: QueryRunner, known: readonly string[]): Promise<void> {
  const unknown = [...(await namesDone(runner))].filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new DatabaseNewerError(`the database is newer than this version: it holds ${unknown.join(', ')}`);
}

/** Makes the login role of the pools a member of every role, so that a connection may start as one of them. */
async function grantRoles(runner: QueryRunner, appUrl: string): Promise<void> {
  const login = decodeURIComponent(new URL(appUrl).username);
  if (login === '') return;
  for (const role of databaseRoles) {
    const [row] = (await runner.query(`select pg_has_role($1, $2, 'MEMBER') as member`, [login, role])) as {
      member: boolean;
    }[];
    if (!row?.member) await runner.query(`grant ${role} to ${quoteIdentifier(login)}`);
  }
}

function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
