import { setTimeout as pause } from 'node:timers/promises';
import { openMailer } from '#platform/mail';
import { JobQueue } from '#platform/queue';
import { sealEntries } from '#forum/audit';
import { DeliverReminder, handOverDue } from '#forum/reminders';
import { sealJob } from '../../apps/worker/src/audit/seal.job.js';
import { deliverJob } from '../../apps/worker/src/reminders/deliver.job.js';
import { relayOutbox } from '../../apps/worker/src/runtime/relay-outbox.js';
import type { TestDatabase } from './database.js';

/** The worker without its process and its loop: a test says when it looks. */
export interface TestWorker {
  readonly queue: JobQueue;
  readonly deliver: DeliverReminder;
  /** Looks once for due reminders; gives how many were handed over. */
  tick(): Promise<number>;
  relay(): Promise<number>;
  seal(): Promise<number>;
  close(): Promise<void>;
}

export interface TestWorkerOptions {
  readonly smtpUrl: string | null;
  readonly folder?: string;
  readonly redisUrl?: string | null;
  /** Take jobs as they come; true unless told. */
  readonly working?: boolean;
  readonly onError?: (error: Error) => void;
}

export async function startTestWorker(test: TestDatabase, options: TestWorkerOptions): Promise<TestWorker> {
  const mailer = openMailer({
    smtpUrl: options.smtpUrl,
    folder: options.folder ?? '',
    from: 'Forum Desk <desk@forum.example>',
    silenceMs: 2_000,
  });
  const deliver = new DeliverReminder(test.database, mailer, { publicUrl: 'http://localhost:3000', keepCopies: true });
  const queue = await JobQueue.open({
    databaseUrl: test.appUrl,
    redisUrl: options.redisUrl ?? null,
    onError: options.onError ?? (() => undefined),
  });
  if (options.working !== false) await queue.work([deliverJob(deliver), sealJob(test.database)], 4);
  return {
    queue,
    deliver,
    tick: () => handOverDue(test.database, queue),
    relay: () => relayOutbox(test.database, queue),
    seal: () => sealEntries(test.database),
    close: () => queue.close(),
  };
}

/** Waits until a query gives what is wanted; the test's own time limit ends a wait in vain. */
export async function until<Row extends object>(
  look: () => Promise<Row[]>,
  enough: (rows: Row[]) => boolean,
): Promise<Row[]> {
  for (;;) {
    const rows = await look();
    if (enough(rows)) return rows;
    await pause(20);
  }
}
