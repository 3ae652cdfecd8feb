import { setTimeout as pause } from 'node:timers/promises';
import { openBackend, type BackendOptions, type Consumer, type Producer, type QueueBackend } from './backend.js';
import { queueNames, type JobDefinition, type JobHandler, type JobPayload, type QueueName } from './job.js';

export interface JobQueueOptions extends BackendOptions {
  /** Told of what the queue itself could not do, and of jobs it let go. */
  readonly onError: (error: Error, about: { readonly queue: QueueName; readonly job?: string }) => void;
}

/** A job to be carried. The id keeps one job from waiting twice; nothing else may depend on it (pitfalls.md 32). */
export interface JobToAdd<Key extends string> {
  readonly id: string;
  readonly payload: JobPayload<Key>;
  /** Taken before what waits already: it has waited elsewhere. */
  readonly first?: boolean;
}

/**
 * Carries jobs on BullMQ, by PostgreSQL or Redis. It holds no truth: whoever adds a job can add it again from rows,
 * so the queue may lose everything (design.md decision 9). Used by the worker only; a request never touches it.
 */
export class JobQueue {
  private readonly producers = new Map<QueueName, Producer>();
  private readonly consumers: Consumer[] = [];
  private readonly running = new Set<Promise<void>>();
  private mending: Promise<void> | undefined;

  private constructor(
    private readonly backend: QueueBackend,
    private readonly options: JobQueueOptions,
  ) {}

  static async open(options: JobQueueOptions): Promise<JobQueue> {
    const backend = openBackend(options);
    await backend.prepare();
    return new JobQueue(backend, options);
  }

  get kind(): QueueBackend['kind'] {
    return this.backend.kind;
  }

  /**
   * Adds jobs; one that waits already under its id stays one. If the queue's tables are gone, they are made anew; a Redis that is away
   * is not waited for: the caller has other things to do.
   */
  async add<Key extends string>(job: JobDefinition<Key>, jobs: readonly JobToAdd<Key>[]): Promise<void> {
    if (jobs.length === 0) return;
    const entries = jobs.map(({ id, payload, first = false }) => ({
      name: job.name,
      data: payload,
      opts: {
        jobId: jobId(job, id),
        attempts: job.attempts,
        backoff: { type: 'exponential', delay: job.backoffMs },
        removeOnComplete: true,
        removeOnFail: true,
        ...(first ? { lifo: true } : {}),
      },
    }));
    if (this.kind === 'redis') {
      await within(reachMs, this.producer(job.queue).waitUntilReady());
      await within(reachMs, this.producer(job.queue).addBulk(entries));
      return;
    }
    try {
      await this.producer(job.queue).addBulk(entries);
    } catch (error) {
      this.report(error, job.queue);
      await this.renew(job.queue);
      await this.producer(job.queue).addBulk(entries);
    }
  }

  /**
   * Starts taking jobs of every queue. Call once.
   * @param perSecond jobs of a queue begun in a second at most, all processes together
   */
  async work(
    handlers: readonly JobHandler[],
    concurrency: number,
    perSecond: Readonly<Partial<Record<QueueName, number>>> = {},
  ): Promise<void> {
    for (const queue of queueNames) {
      const own = new Map(
        handlers.filter(({ job }) => job.queue === queue).map((handler) => [handler.job.name, handler]),
      );
      if (own.size === 0) continue;
      const consumer = this.backend.consumer(queue, { concurrency, perSecond: perSecond[queue] }, async (arrived) => {
        const run = this.run(own.get(arrived.name), queue, arrived.name, arrived.data);
        this.running.add(run);
        await run.finally(() => this.running.delete(run));
      });
      consumer.on('error', (error) => {
        this.report(error, queue);
        this.mend(error, queue);
      });
      this.consumers.push(consumer);
    }
    const ready = Promise.all(this.consumers.map((consumer) => consumer.waitUntilReady()));
    // Jobs are taken as soon as Redis is there; what needs no queue begins without it.
    await (this.kind === 'redis' ? within(reachMs, ready).catch(() => undefined) : ready);
  }

  /**
   * Lets running jobs end, then closes every connection. A Redis that is away is not waited for: BullMQ would, and keep the process
   * from ending.
   */
  async close(): Promise<void> {
    const producers = [...this.producers.values()];
    const there = await within(reachMs, this.backend.isThere()).catch(() => false);
    if (!there) {
      await Promise.allSettled(this.running);
      for (const producer of producers) void producer.disconnect().catch(() => undefined);
      const dropped = this.consumers.map((consumer) => consumer.close(true));
      await within(reachMs, Promise.allSettled(dropped)).catch(() => undefined);
      return;
    }
    const closed = Promise.all(this.consumers.map((consumer) => consumer.close())).then(() =>
      Promise.all(producers.map((producer) => producer.close())),
    );
    if (this.kind === 'postgres') await closed;
    // It may go away just now.
    else
      await Promise.race([closed, Promise.allSettled(this.running).then(() => within(reachMs, closed))]).catch(
        () => undefined,
      );
  }

  private async run(handler: JobHandler | undefined, queue: QueueName, name: string, data: unknown): Promise<void> {
    try {
      if (!handler) throw new TypeError(`queue.noHandler ${name}`);
      await handler.run(data as JobPayload<string>);
    } catch (error) {
      this.report(error, queue, name);
      throw error;
    }
  }

  /** A producer that once found no tables never looks again: another one takes its place. */
  private async renew(queue: QueueName): Promise<void> {
    const broken = this.producers.get(queue);
    this.producers.delete(queue);
    await broken?.close();
    await this.backend.prepare();
  }

  /** A consumer whose tables are gone finds them again once they are made anew, also when nobody adds a job meanwhile. */
  private mend(error: Error, queue: QueueName): void {
    if (this.mending || !isLost(error)) return;
    this.mending = this.backend
      .prepare()
      .catch((fault: unknown) => {
        this.report(fault, queue);
      })
      .then(() => pause(mendPauseMs, undefined, { ref: false }))
      .then(() => {
        this.mending = undefined;
      });
  }

  private producer(queue: QueueName): Producer {
    let producer = this.producers.get(queue);
    if (!producer) {
      producer = this.backend.producer(queue);
      producer.on('error', (error) => {
        this.report(error, queue);
      });
      this.producers.set(queue, producer);
    }
    return producer;
  }

  private report(error: unknown, queue: QueueName, job?: string): void {
    const fault = error instanceof Error ? error : new Error(String(error));
    this.options.onError(fault, job === undefined ? { queue } : { queue, job });
  }
}

const mendPauseMs = 1_000;

/** How long a Redis is waited for, in ms. */
const reachMs = 2_000;

/** @throws Error queue.unreachable once the time is over */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const enough = new AbortController();
  const late = pause(ms, undefined, { signal: enough.signal }).then(() => {
    throw new Error('queue.unreachable');
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    enough.abort();
    late.catch(() => undefined);
    work.catch(() => undefined);
  }
}

/** PostgreSQL knows no such schema, table or function: what held the queue was dropped. */
function isLost(error: Error): boolean {
  return 'code' in error && ['3F000', '42P01', '42883'].some((code) => code === error.code);
}

/** BullMQ refuses ':' in a custom id. */
function jobId(job: JobDefinition, id: string): string {
  if (id.includes(':')) throw new TypeError(`queue.badJobId ${job.name}`);
  return `${job.name}-${id}`;
}
