import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { defineJob, handleJob, JobQueue } from '#platform/queue';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { dropQueueSchema } from '../support/lost-queue.js';
import { notRun } from '../support/not-run.js';
import { findRedis, type TestRedis } from '../support/redis.js';

const redis: TestRedis | undefined = await findRedis();
if (!redis) notRun('the queue on Redis', 'neither REDIS_URL nor redis-server on the PATH');
afterAll(() => redis?.close());

const backends: [string, string | null][] = [
  ['PostgreSQL', null],
  ...(redis ? [['Redis', redis.url] as [string, string]] : []),
];
const note = defineJob('spec.note', { queue: 'ledger', payload: ['word'], attempts: 2, backoffMs: 10 });

describe.each(backends)('the queue on %s', (_name, redisUrl) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase('empty');
  });
  afterAll(() => test.close());
  afterEach(async () => {
    await Promise.all(queues.splice(0).map((queue) => queue.close()));
  });

  const queues: JobQueue[] = [];
  const open = async (errors: Error[] = []): Promise<JobQueue> => {
    const queue = await JobQueue.open({ databaseUrl: test.appUrl, redisUrl, onError: (error) => errors.push(error) });
    queues.push(queue);
    return queue;
  };

  /** A handler that tells of each word it got. */
  function listener(fail: (word: string, time: number) => boolean = () => false) {
    const got: string[] = [];
    let wake: () => void = () => undefined;
    const handler = handleJob(note, async ({ word }) => {
      got.push(word);
      wake();
      if (fail(word, got.length)) throw new Error('spec.failed');
      return Promise.resolve();
    });
    const heard = async (count: number): Promise<void> => {
      while (got.length < count) await new Promise<void>((resolve) => (wake = resolve));
    };
    return { got, handler, heard };
  }

  it('carries a job from one process’s queue to another’s', async () => {
    const [sender, taker] = [await open(), await open()];
    const { got, handler, heard } = listener();
    await taker.work([handler], 2);
    await sender.add(note, [
      { id: '1-0', payload: { word: '가' } },
      { id: '2-0', payload: { word: '日' } },
    ]);
    await heard(2);
    expect(new Set(got)).toEqual(new Set(['가', '日']));
  });

  it('keeps one job of an id while it waits, and takes the id again afterwards', async () => {
    const queue = await open();
    await queue.add(note, [{ id: 'same', payload: { word: 'a' } }]);
    await queue.add(note, [{ id: 'same', payload: { word: 'b' } }]);
    const { got, handler, heard } = listener();
    await queue.work([handler], 1);
    await heard(1);
    await queue.add(note, [{ id: 'other', payload: { word: 'c' } }]);
    await heard(2);
    await queue.add(note, [{ id: 'same', payload: { word: 'd' } }]);
    await heard(3);
    expect(got).toEqual(['a', 'c', 'd']);
  });

  it('runs a failing job as often as it was declared and reports each time', async () => {
    const errors: Error[] = [];
    const queue = await open(errors);
    const { got, handler, heard } = listener((word) => word === 'bad');
    await queue.work([handler], 1);
    await queue.add(note, [{ id: 'bad', payload: { word: 'bad' } }]);
    await heard(2);
    await queue.add(note, [{ id: 'good', payload: { word: 'good' } }]);
    await heard(3);
    expect(got).toEqual(['bad', 'bad', 'good']);
    expect(errors.map((error) => error.message)).toEqual(['spec.failed', 'spec.failed']);
  });

  it('begins no more jobs a second than it was told, all processes together', async () => {
    const { got, handler, heard } = listener();
    const takers = [await open(), await open()];
    for (const taker of takers) await taker.work([handler], 4, { ledger: 4 });
    const began = performance.now();
    await takers[0]?.add(
      note,
      Array.from({ length: 10 }, (_, index) => ({ id: `slow-${String(index)}`, payload: { word: String(index) } })),
    );
    await heard(4);
    expect(got.length).toBeLessThanOrEqual(4);
    await heard(10);
    // Four, four, two: the last two begin in the third second.
    expect(performance.now() - began).toBeGreaterThan(1_900);
    expect(got).toHaveLength(10);
  });

  it('takes jobs again after its tables were dropped, though nobody adds one', async () => {
    if (redisUrl !== null) return;
    const { handler, heard } = listener();
    const taker = await open();
    await taker.work([handler], 1);
    await dropQueueSchema(test);
    await test.waitForRows(`select 1 as there from pg_namespace where nspname = 'bullmq'`);
    await taker.add(note, [{ id: 'after', payload: { word: 'x' } }]);
    await heard(1);
  });

  it('waits neither to begin, to hand over nor to end while Redis is away, and carries on when it is back', async () => {
    if (redisUrl === null) return;
    const port = Number(new URL(redisUrl).port);
    const gate = await openGate(port);
    const through = `redis://127.0.0.1:${String(gate.port)}`;
    const begin = () => JobQueue.open({ databaseUrl: test.appUrl, redisUrl: through, onError: () => undefined });
    const { got, handler, heard } = listener();
    const queue = await begin();
    queues.push(queue);
    await queue.work([handler], 1);
    await queue.add(note, [{ id: 'before', payload: { word: 'before' } }]);
    await heard(1);
    await gate.shut();
    const began = performance.now();
    await expect(queue.add(note, [{ id: 'lost', payload: { word: 'lost' } }])).rejects.toThrow();
    const late = await begin();
    await late.work([handler], 1);
    await expect(late.add(note, [{ id: 'lost', payload: { word: 'lost' } }])).rejects.toThrow('queue.unreachable');
    await late.close();
    expect(performance.now() - began).toBeLessThan(15_000);
    await gate.open();
    for (;;) {
      const taken = queue.add(note, [{ id: 'after', payload: { word: 'after' } }]);
      if (await taken.then(() => true).catch(() => false)) break;
      await pause(100);
    }
    await heard(2);
    expect(got).toEqual(['before', 'after']);
    await gate.shut();
    const ending = performance.now();
    await queue.close();
    expect(performance.now() - ending).toBeLessThan(10_000);
    queues.splice(0);
  }, 60_000);

  it('refuses an id with a colon', async () => {
    const queue = await open();
    await expect(queue.add(note, [{ id: 'a:b', payload: { word: 'x' } }])).rejects.toThrow('queue.badJobId spec.note');
  });
});

/** A way to a port of this machine that can be shut and opened again. */
async function openGate(to: number) {
  const sockets = new Set<Socket>();
  const server = createServer((from) => {
    const onward = connect(to, '127.0.0.1');
    for (const [one, other] of [
      [from, onward],
      [onward, from],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => undefined).on('close', () => other.destroy());
    }
  });
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  return {
    port,
    open: () => listen(port),
    shut: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
