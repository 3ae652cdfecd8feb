import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { handOver, identity, serverEnvironment, type Cluster } from './cluster.js';
import { EmbeddedDatabaseError } from './errors.js';
import { guard } from './guardian.js';
import { until } from './processes.js';
import type { RunAs } from './run-as.js';

export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends all connections, writes a checkpoint and waits for the end. Calling it twice is harmless. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly settings: Readonly<Record<string, string | number>>;
  /** What happens to the server if this process dies without stopping it. */
  readonly whenOrphaned: { readonly signal: 'INT' | 'QUIT'; readonly remove: string | null };
  readonly preferredPort: number | null;
}

const patienceSeconds = 120;

/** Starts the server on loopback and waits until it takes connections. @throws EmbeddedDatabaseError startFailed, startTooSlow */
export async function startServer(
  cluster: Cluster,
  binaries: Binaries,
  runAs: RunAs,
  options: ServerOptions,
): Promise<RunningServer> {
  for (let attempt = 1; ; attempt += 1) {
    const logStart = statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0;
    const port = await freePort(attempt === 1 ? options.preferredPort : null);
    const server = await launch(cluster, binaries, runAs, options, port);
    if (server !== null) return server;
    const said = readFileSync(cluster.log, 'utf8').slice(logStart);
    // Backends of a killed server may need a moment to notice; a port may be taken between the look and the start.
    const passing = /shared memory block .* is still in use|could not create any TCP\/IP sockets|could not bind/.test(
      said,
    );
    if (!passing || attempt >= 20) {
      const detail = said.split('\n').findLast((line) => /FATAL|PANIC|error while loading/.test(line)) ?? cluster.log;
      throw new EmbeddedDatabaseError('startFailed', { detail });
    }
    await until(() => false, 250);
  }
}

/** null when the server ended before it was ready. */
async function launch(
  cluster: Cluster,
  binaries: Binaries,
  runAs: RunAs,
  options: ServerOptions,
  port: number,
): Promise<RunningServer | null> {
  const handed = handOver([cluster.data], runAs);
  const log = openSync(cluster.log, 'a', 0o600);
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port, ...options.settings };
  const args = [
    '-D',
    handed.paths[0] ?? cluster.data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${String(value)}`]),
  ];
  let child: ChildProcess;
  try {
    // Detached: Ctrl-C reaches this process only, which stops the API and the worker before the database.
    child = spawn(binaries.postgres, args, {
      ...identity(runAs),
      cwd: '/',
      env: serverEnvironment,
      detached: true,
      stdio: ['ignore', log, log, ...handed.stdio],
    });
  } finally {
    handed.close();
    closeSync(log);
  }
  const { pid } = child;
  const ended = new Promise<void>((done) => {
    child.once('error', () => {
      done();
    });
    child.once('exit', () => {
      done();
    });
  });
  if (pid === undefined) {
    await ended;
    return null;
  }
  const dismiss = guard(pid, options.whenOrphaned.signal, options.whenOrphaned.remove);
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  void ended.then(dismiss);
  const ready = await until(() => hasEnded() || isReady(cluster, pid), patienceSeconds * 1_000);
  if (hasEnded()) return null;
  const stop = async (): Promise<void> => {
    for (const [name, patience] of [
      ['SIGINT', 20_000],
      ['SIGQUIT', 5_000],
      ['SIGKILL', 5_000],
    ] as const) {
      if (hasEnded()) break;
      child.kill(name);
      if (await until(hasEnded, patience)) break;
    }
  };
  if (!ready) {
    await stop();
    throw new EmbeddedDatabaseError('startTooSlow', { seconds: patienceSeconds, log: cluster.log });
  }
  return { pid, port, ended, stop };
}

/** The server notes its state in line 8 of postmaster.pid. */
function isReady(cluster: Cluster, pid: number): boolean {
  try {
    const lines = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

/** The preferred port if nobody has it, else one that the system chooses. */
async function freePort(preferred: number | null): Promise<number> {
  const tried = preferred === null ? null : await listenOn(preferred);
  const port = tried ?? (await listenOn(0));
  if (port === null) throw new EmbeddedDatabaseError('startFailed', { detail: '127.0.0.1' });
  return port;
}

async function listenOn(port: number): Promise<number | null> {
  const probe = createServer();
  return await new Promise((done) => {
    probe.once('error', () => {
      done(null);
    });
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        done(address !== null && typeof address === 'object' ? address.port : null);
      });
    });
  });
}
