import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { superuser, type Cluster, type Credentials } from './cluster.js';
import { EmbeddedDatabaseError } from './errors.js';
import { folderOf, isAlive, signal, until } from './processes.js';

/**
 * Deals with postmaster.pid of an earlier run. Called while holding the folder's lock, so no other start is involved:
 * a server that outlived its killed parent is stopped (and so recovers nothing, loses nothing); a file whose process id
 * now belongs to another program is made harmless without taking away PostgreSQL's own check for surviving backends.
 */
export async function stopLeftover(cluster: Cluster, credentials: Credentials): Promise<boolean> {
  const file = join(cluster.data, 'postmaster.pid');
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch {
    return false;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return false;
  if (!(await isOurServer(pid, Number(lines[3]), cluster, credentials))) {
    // PostgreSQL takes its parent's id in this file for a stale one, and still looks for shared memory in use.
    writeFileSync(file, [String(process.pid), ...lines.slice(1)].join('\n'));
    return false;
  }
  const gone = (): boolean => !isAlive(pid) || (folderOf(pid) === null && process.platform === 'linux');
  for (const [name, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!signal(pid, name) || (await until(gone, patience))) return true;
  }
  throw new EmbeddedDatabaseError('wouldNotStop', { folder: cluster.home, pid });
}

/** On Linux by the folder it stands in; elsewhere by whether it opens to our password at the noted port. */
async function isOurServer(pid: number, port: number, cluster: Cluster, credentials: Credentials): Promise<boolean> {
  if (process.platform === 'linux') return folderOf(pid) === realpathSync(cluster.data);
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: superuser,
    password: credentials.superuser,
    database: 'postgres',
    connectionTimeoutMillis: 3_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
