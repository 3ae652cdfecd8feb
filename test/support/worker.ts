import { setTimeout as pause } from 'node:timers/promises';
import { openMailer, openRelayLog } from '#platform/mail';
import { JobQueue } from '#platform/queue';
import { sealEntries } from '#forum/audit';
import { DeliverReminder, handOverDue, planScheduled, workReplans, type DeliverOptions } from '#forum/reminders';
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
  /** Works off everything that waits to be planned anew. */
  replan(): Promise<void>;
  /** Plans once what only time brings about. */
  plan(): Promise<number>;
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
  readonly doubt?: NonNullable<DeliverOptions['doubt']>;
  readonly relayLogUrl?: string;
  readonly perSecond?: number;
}

export async function startTestWorker(test: TestDatabase, options: TestWorkerOptions): Promise<TestWorker> {
  const mailer = openMailer({
    smtpUrl: options.smtpUrl,
    folder: options.folder ?? '',
    from: 'Forum Desk <desk@forum.example>',
    silenceMs: 2_000,
  });
  const doubt = options.doubt ?? 'resend';
  const deliver = new DeliverReminder(test.database, mailer, {
    publicUrl: 'http://localhost:3000',
    doubt,
    relayLog: options.relayLogUrl === undefined ? undefined : openRelayLog(options.relayLogUrl),
  });
  const perSecond = options.perSecond ?? null;
  const queue = await JobQueue.open({
    databaseUrl: test.appUrl,
    redisUrl: options.redisUrl ?? null,
    onError: options.onError ?? (() => undefined),
  });
  if (options.working !== false)
    await queue.work([deliverJob(deliver), sealJob(test.database)], 4, perSecond === null ? {} : { mail: perSecond });
  return {
    queue,
    deliver,
    tick: () => handOverDue(test.database, queue, { perSecond }),
    relay: () => relayOutbox(test.database, queue),
    replan: () => replanAll(test),
    plan: () => planScheduled(test.database),
    seal: () => sealEntries(test.database),
    close: async () => {
      await queue.close();
      mailer.close();
    },
  };
}

/** Works off everything that waits to be planned anew, whatever else runs on the same server meanwhile. */
export async function replanAll(test: TestDatabase): Promise<void> {
  for (;;) {
    const moved = await workReplans(test.database);
    const [waiting] = await test.admin('select 1 from forum.reminder_replan where finished_at is null limit 1');
    if (!waiting) return;
    if (moved === 0) await pause(5);
  }
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
