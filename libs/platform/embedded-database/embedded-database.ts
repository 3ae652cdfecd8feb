import { mkdirSync, readFileSync, realpathSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBinaries } from './binaries.js';
import { clusterIn, createCluster, findCluster, ownerOf, readCredentials, type Cluster } from './cluster.js';
import { lockFolder } from './folder-lock.js';
import { stopLeftover } from './leftover.js';
import { ensureLogins, urlsFor, type DatabaseUrls } from './logins.js';
import { chooseRunAs } from './run-as.js';
import { startServer } from './server.js';

export interface EmbeddedDatabase extends DatabaseUrls {
  readonly port: number;
  /** Process id of the server. */
  readonly pid: number;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Stops the server in good order and gives the folder back. Calling it twice is harmless. */
  stop(): Promise<void>;
}

/** What the operator may want to read while it takes a moment. */
export type DatabaseEvent = 'creating' | 'movedAside' | 'stoppedLeftover' | 'starting';
export type OnEvent = (event: DatabaseEvent, detail: string) => void;

/** Modest memory: the data of a forum fits; nothing is logged but warnings. Times are UTC everywhere. */
const settings = {
  max_connections: 200,
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  min_wal_size: '64MB',
  huge_pages: 'off',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  password_encryption: 'scram-sha-256',
  wal_level: 'minimal',
  max_wal_senders: 0,
};

/** For tests: nothing needs to survive a power cut. */
const hasty = {
  ...settings,
  shared_buffers: '64MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // A password is hashed for every connection, and a test opens many.
  scram_iterations: 1,
  autovacuum_naptime: '10min',
};

/**
 * Starts the PostgreSQL server whose data is in `dataDir`/postgres, creating it the first time. Recovers from a killed
 * start, a stale postmaster.pid and a server that outlived its parent.
 * @throws EmbeddedDatabaseError with one line for the operator (`describeDatabaseError`); nothing is running then.
 */
export async function startEmbeddedDatabase(
  dataDir: string,
  onEvent: OnEvent = () => undefined,
): Promise<EmbeddedDatabase> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = realpathSync(dataDir);
  const release = lockFolder(folder);
  try {
    const cluster = clusterIn(join(folder, 'postgres'));
    return await open(cluster, { durable: true, settings, remove: null, onEvent, release });
  } catch (error) {
    release();
    throw error;
  }
}

/** A fresh database for tests in a folder for temporary files; it is gone after `stop()` or when this process dies. */
export async function startTemporaryDatabase(parent = tmpdir()): Promise<EmbeddedDatabase> {
  const folder = realpathSync(await mkdtemp(join(parent, 'forum-desk-db-')));
  const release = (): void => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    return await open(clusterIn(join(folder, 'postgres')), {
      durable: false,
      settings: hasty,
      remove: folder,
      onEvent: () => undefined,
      release,
    });
  } catch (error) {
    release();
    throw error;
  }
}

interface OpenOptions {
  readonly durable: boolean;
  readonly settings: Readonly<Record<string, string | number>>;
  readonly remove: string | null;
  readonly onEvent: OnEvent;
  readonly release: () => void;
}

async function open(
  cluster: Cluster,
  { durable, settings, remove, onEvent, release }: OpenOptions,
): Promise<EmbeddedDatabase> {
  const found = findCluster(cluster, (path) => {
    onEvent('movedAside', path);
  });
  const runAs = chooseRunAs(ownerOf(cluster), cluster.home);
  const binaries = findBinaries(runAs);
  if (!found) {
    onEvent('creating', cluster.home);
    await createCluster(cluster, binaries, runAs, durable);
  }
  const credentials = readCredentials(cluster, binaries);
  if (found && (await stopLeftover(cluster, credentials))) onEvent('stoppedLeftover', cluster.home);
  keepLogSmall(cluster);
  onEvent('starting', cluster.home);
  const server = await startServer(cluster, binaries, runAs, {
    settings,
    preferredPort: lastPort(cluster),
    whenOrphaned: { signal: durable ? 'INT' : 'QUIT', remove },
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    release();
  };
  try {
    await ensureLogins(server.port, credentials);
  } catch (error) {
    await server.stop();
    throw error;
  }
  if (durable) writeFileSync(join(cluster.home, 'port'), `${String(server.port)}\n`, { mode: 0o600 });
  return { ...urlsFor(server.port, credentials), port: server.port, pid: server.pid, ended: server.ended, stop };
}

/** The port of the last run, so that a developer's database tool keeps working. */
function lastPort(cluster: Cluster): number | null {
  try {
    const port = Number(readFileSync(join(cluster.home, 'port'), 'utf8'));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
  } catch {
    return null;
  }
}

function keepLogSmall(cluster: Cluster): void {
  if ((statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) truncateSync(cluster.log);
}
