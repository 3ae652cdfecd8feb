import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from './database.js';

const main = fileURLToPath(new URL('../../dist/apps/worker/src/main.js', import.meta.url));

/** The real worker in a process of its own. */
export interface WorkerProcess {
  readonly process: ChildProcess;
  /** What it wrote to stderr. */
  readonly errors: () => string;
  /** Ends it as a crash does: nothing is cleaned up. */
  kill(): Promise<void>;
  /** Ends it as an operator does; gives the exit code. */
  stop(): Promise<number | null>;
}

/** Starts the compiled worker and waits until it says that it is ready. */
export async function startWorkerProcess(
  test: TestDatabase,
  env: Readonly<Record<string, string>>,
): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'test',
      DATABASE_URL: test.appUrl,
      DEMO_MODE: 'true',
      RELAY_INTERVAL_MS: '50',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const ready = new Promise<boolean>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('ready')) resolve(true);
    });
  });
  const up = await Promise.race([ready, exited.then(() => false)]);
  if (!up) throw new Error(`the worker ended before it was ready: ${errors}`);
  return {
    process: child,
    errors: () => errors,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      child.kill('SIGTERM');
      const [code] = await exited;
      return code;
    },
  };
}
