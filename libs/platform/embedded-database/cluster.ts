import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Binaries } from './binaries.js';
import { EmbeddedDatabaseError } from './errors.js';
import type { RunAs } from './run-as.js';

/** Passwords of the three logins; they live and die with the cluster. */
export interface Credentials {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

/** Folder DATA_DIR/postgres: `cluster` (PGDATA), `credentials.json` (0600), `server.log`. */
export interface Cluster {
  readonly home: string;
  readonly data: string;
  readonly log: string;
}

export const superuser = 'postgres';

export function clusterIn(home: string): Cluster {
  return { home, data: join(home, 'cluster'), log: join(home, 'server.log') };
}

/** User id that owns the cluster's files, or null when there is none yet. */
export function ownerOf(cluster: Cluster): number | null {
  return statSync(cluster.data, { throwIfNoEntry: false })?.uid ?? null;
}

/** Environment of the server's programs: no locale, zone or PG* setting of the caller leaks in. */
export const serverEnvironment: Readonly<NodeJS.ProcessEnv> = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Files and folders handed to a program as open files, from descriptor 3 on; call `close` after the spawn. */
export interface HandedOver {
  readonly paths: readonly string[];
  readonly stdio: readonly number[];
  readonly close: () => void;
}

/**
 * How a program under another identity reaches what it needs: as open files, so that neither the data folder (0700)
 * nor the folders above it need to be opened to that identity. Where /proc is missing the plain paths are given.
 */
export function handOver(paths: readonly string[], { uid }: RunAs): HandedOver {
  if (uid === null || process.platform !== 'linux') return { paths, stdio: [], close: () => undefined };
  const handles = paths.map((path) => openSync(path, 'r'));
  return {
    paths: handles.map((_, index) => `/proc/self/fd/${String(3 + index)}`),
    stdio: handles,
    close: () => {
      handles.forEach((handle) => {
        closeSync(handle);
      });
    },
  };
}

/** Gives a file or folder to the identity of the server. */
function give(path: string, { uid, gid }: RunAs): void {
  if (uid !== null && gid !== null) chownSync(path, uid, gid);
}

export function identity({ uid, gid }: RunAs): { uid?: number; gid?: number } {
  return { ...(uid === null ? {} : { uid }), ...(gid === null ? {} : { gid }) };
}

/**
 * Makes the cluster in a folder beside its place and moves it there when whole, so a start that was killed half-way
 * leaves nothing that looks like a database. Leftovers of such starts are removed.
 * @throws EmbeddedDatabaseError initFailed with the last line that initdb said.
 */
export async function createCluster(
  cluster: Cluster,
  binaries: Binaries,
  runAs: RunAs,
  durable: boolean,
): Promise<void> {
  removeHalfMade(cluster);
  const draft = clusterIn(`${cluster.home}.new-${String(process.pid)}`);
  mkdirSync(draft.home, { recursive: true, mode: 0o700 });
  const credentials: Credentials = { superuser: newPassword(), owner: newPassword(), app: newPassword() };
  writeFileSync(join(draft.home, 'credentials.json'), `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  const passwordFile = join(draft.home, 'password');
  writeFileSync(passwordFile, `${credentials.superuser}\n`, { mode: 0o600 });
  give(passwordFile, runAs);
  try {
    // C libraries without C.UTF-8 fall back to C: then only trigram search of hangul and kanji is poorer.
    let failure = await initdb(draft, binaries, runAs, passwordFile, durable, 'C.UTF-8');
    if (failure !== null && /locale/i.test(failure))
      failure = await initdb(draft, binaries, runAs, passwordFile, durable, 'C');
    if (failure !== null) throw new EmbeddedDatabaseError('initFailed', { detail: failure });
    rmSync(passwordFile);
    renameSync(draft.home, cluster.home);
  } catch (error) {
    rmSync(draft.home, { recursive: true, force: true });
    throw error;
  }
}

/** null when made, else the last line that initdb said. */
async function initdb(
  draft: Cluster,
  binaries: Binaries,
  runAs: RunAs,
  passwordFile: string,
  durable: boolean,
  ctype: string,
): Promise<string | null> {
  rmSync(draft.data, { recursive: true, force: true });
  mkdirSync(draft.data, { mode: 0o700 });
  give(draft.data, runAs);
  const handed = handOver([draft.data, passwordFile], runAs);
  const [data = draft.data, password = passwordFile] = handed.paths;
  const args = [
    '-D',
    data,
    '-U',
    superuser,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-instructions',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${ctype}`,
    ...(durable ? [] : ['--no-sync']),
  ];
  const child = spawn(binaries.initdb, args, {
    ...identity(runAs),
    cwd: '/',
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', ...handed.stdio],
  });
  handed.close();
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const status = await new Promise<number | string | null>((done) => {
    child.once('error', (error) => {
      done(error.message);
    });
    child.once('close', (code, signal) => {
      done(code ?? signal);
    });
  });
  if (status === 0) return null;
  const lines = said.trim().split('\n');
  return lines.findLast((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? String(status);
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** The initdb of a start that was killed may still be writing for a moment: removing is tried again until it has ended. */
function removeHalfMade(cluster: Cluster): void {
  const parent = dirname(cluster.home);
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`${basename(cluster.home)}.new-`))
      rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

/**
 * Whether a whole cluster is in its place. Something else in that place is moved aside, never deleted: its new name is
 * told through `onAside`.
 */
export function findCluster(cluster: Cluster, onAside: (path: string) => void): boolean {
  if (!existsSync(cluster.home)) return false;
  if (['PG_VERSION', 'global/pg_control'].every((name) => existsSync(join(cluster.data, name)))) return true;
  for (let number = 1; ; number += 1) {
    const aside = `${cluster.home}.incomplete-${String(number)}`;
    if (existsSync(aside)) continue;
    renameSync(cluster.home, aside);
    onAside(aside);
    return false;
  }
}

/** @throws EmbeddedDatabaseError when the cluster was made by another major version or its credentials are gone. */
export function readCredentials(cluster: Cluster, binaries: Binaries): Credentials {
  const found = readFileSync(join(cluster.data, 'PG_VERSION'), 'utf8').trim();
  if (found !== binaries.major)
    throw new EmbeddedDatabaseError('otherMajorVersion', { folder: cluster.home, found, wanted: binaries.major });
  try {
    return JSON.parse(readFileSync(join(cluster.home, 'credentials.json'), 'utf8')) as Credentials;
  } catch (cause) {
    throw new EmbeddedDatabaseError('credentialsMissing', { folder: cluster.home }, { cause });
  }
}
