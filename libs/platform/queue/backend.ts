import { createPostgresBackend, createRedisBackend, DEFAULT_SCHEMA, runMigrations, withBackend } from 'bullmq';
import type { BackendFactory, BulkJobOptions, IQueueBackend, PgQueryable, RedisOptions } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

/** The part of a BullMQ queue that is used here, the same on either back end. */
export interface Producer {
  addBulk(jobs: { name: string; data: unknown; opts: BulkJobOptions }[]): Promise<unknown>;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
  /** Lets go of the connections without waiting for anything. */
  disconnect(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** The part of a BullMQ job that a handler may see. */
export interface ArrivedJob {
  readonly id?: string | undefined;
  readonly name: string;
  readonly data: unknown;
}

export interface Consumer {
  waitUntilReady(): Promise<unknown>;
  /** @param force without waiting for jobs under way, nor for a store that is away */
  close(force?: boolean): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** BullMQ on Redis or on PostgreSQL. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  /** Makes the queue's tables where there are none; safe to call again after they were dropped. */
  prepare(): Promise<void>;
  /** Whether what holds the jobs can be asked now. */
  isThere(): Promise<boolean>;
  producer(name: string): Producer;
  consumer(name: string, pace: Pace, run: (job: ArrivedJob) => Promise<void>): Consumer;
}

/** How fast jobs of one queue are taken. */
export interface Pace {
  /** Jobs at the same time in this process. */
  readonly concurrency: number;
  /** Jobs begun in a second, all processes together; as many as come unless told. */
  readonly perSecond?: number | undefined;
}

export interface BackendOptions {
  /** Address of the login role; the queue's connections act as `forum_worker`. */
  readonly databaseUrl: string;
  /** Selects Redis; null keeps the jobs in PostgreSQL. */
  readonly redisUrl: string | null;
}

/** How soon an idle or failing worker asks again, in ms: a worker must find its tables again soon after they were dropped. */
const retryMs = 1_000;

/** A job of a dead worker is taken up by another one after this long, in ms; a living one says in time that it goes on. */
const lockMs = 10_000;

export function openBackend(options: BackendOptions): QueueBackend {
  return options.redisUrl === null ? onPostgres(options.databaseUrl) : onRedis(options.redisUrl);
}

function onRedis(url: string): QueueBackend {
  // Whoever takes jobs waits until Redis is back; whoever hands them over is told at once, and does so again from rows.
  const taking: RedisOptions = { url, maxRetriesPerRequest: null };
  const giving: RedisOptions = { url, maxRetriesPerRequest: 1, enableOfflineQueue: false };
  return {
    kind: 'redis',
    ...classes(createRedisBackend, taking, giving),
    prepare: () => Promise.resolve(),
    isThere: () => answers(url),
  };
}

/** BullMQ keeps a small pool per queue and worker, in its own schema, and one connection per worker for LISTEN. */
function onPostgres(url: string): QueueBackend {
  const login = { connectionString: url, options: '-c role=forum_worker' };
  return {
    kind: 'postgres',
    ...classes(createPostgresBackend, {
      ...login,
      schema: DEFAULT_SCHEMA,
      application_name: 'forum-desk queue',
      max: 4,
    }),
    prepare: () => prepareSchema(login),
    // A PostgreSQL that ends takes its connections along: nothing waits for it.
    isThere: () => Promise.resolve(true),
  };
}

/** Asks a Redis once, on a connection of its own. */
async function answers(url: string): Promise<boolean> {
  const patience = { connectTimeout: retryMs, commandTimeout: retryMs };
  const client = new Redis(url, { lazyConnect: true, ...patience, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.quit();
    return true;
  } catch {
    client.disconnect();
    return false;
  }
}

function classes<B extends IQueueBackend, C>(
  factory: BackendFactory<B, C>,
  connection: C,
  giving = connection,
): Pick<QueueBackend, 'producer' | 'consumer'> {
  const { Queue, Worker } = withBackend(factory);
  return {
    producer: (name) => new Queue(name, { connection: giving }),
    consumer: (name, { concurrency, perSecond }, run) =>
      new Worker(name, (job: ArrivedJob) => run(job), {
        connection,
        concurrency,
        runRetryDelay: retryMs,
        lockDuration: lockMs,
        stalledInterval: lockMs / 2,
        maxStalledCount: 5,
        ...(perSecond === undefined ? {} : { limiter: { max: perSecond, duration: 1_000 } }),
      }),
  };
}

/**
 * BullMQ migrates itself, under its own lock. The role of the queue may not create schemas, so the one statement that
 * does is answered by `forum.create_queue_schema()`, which makes exactly that schema and hands it over.
 */
async function prepareSchema(login: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(login);
  await client.connect();
  const session: PgQueryable = {
    query: <Row>(text: string, params: readonly unknown[] = []) =>
      client.query<Row & pg.QueryResultRow>(
        text.startsWith('CREATE SCHEMA') ? 'select forum.create_queue_schema()' : text,
        [...params],
      ),
  };
  try {
    await runMigrations(session, DEFAULT_SCHEMA);
  } finally {
    await client.end();
  }
}
