import { spawn } from 'node:child_process';
import { once, type EventEmitter } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface TestRedis {
  readonly url: string;
  close(): Promise<void>;
}

/** The Redis of `REDIS_URL`, else one started from the `redis-server` on the PATH; undefined where there is neither. */
export async function findRedis(): Promise<TestRedis | undefined> {
  const given = process.env['REDIS_URL'];
  if (given !== undefined && given !== '') return { url: given, close: () => Promise.resolve() };
  const port = await freePort();
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { stdio: 'ignore' },
  );
  const started = await happens(server, 'spawn');
  if (!started) return undefined;
  while (!(await answers(port))) await pause(20);
  return {
    url: `redis://127.0.0.1:${String(port)}`,
    close: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const open = await happens(socket, 'connect');
  socket.destroy();
  return open;
}

/** False when an `error` comes first. */
function happens(emitter: EventEmitter, event: string): Promise<boolean> {
  return once(emitter, event).then(
    () => true,
    () => false,
  );
}
