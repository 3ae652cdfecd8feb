import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestDatabase } from './database.js';
import { freePort } from './small-copy.js';

const main = fileURLToPath(new URL('../../dist/apps/api/src/main.js', import.meta.url));

/** The real API in a process of its own, listening on loopback. */
export interface ApiProcess {
  readonly origin: string;
  /** Bytes of memory that the process has now. */
  memory(): Promise<number>;
  stop(): Promise<number | null>;
}

/** Starts the compiled API and waits until it is ready. */
export async function startApiProcess(test: TestDatabase, env: Readonly<Record<string, string>>): Promise<ApiProcess> {
  const port = String(await freePort());
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      DATABASE_URL: test.appUrl,
      DEMO_MODE: 'true',
      PORT: port,
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the API ended before it was ready: ${errors}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) break;
    await setTimeout(50);
  }
  return {
    origin,
    memory: () => residentBytes(child.pid ?? 0),
    stop: async () => {
      child.kill('SIGTERM');
      const [code] = await exited;
      return code;
    },
  };
}

async function residentBytes(pid: number): Promise<number> {
  const status = `/proc/${String(pid)}/status`;
  if (existsSync(status)) return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1]) * 1024;
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout.trim()) * 1024;
}
