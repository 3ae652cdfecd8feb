import path from 'node:path';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { newId } from '#core/kernel';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { createFileStorage } from '#platform/file-storage';
import { openMailer, openRelayLog, type Mailer } from '#platform/mail';
import { assertOneHandlerEach, declaredJobs, JobQueue, type JobHandler } from '#platform/queue';
import { openPoster } from '#platform/webhooks';
import { confirmBySilence } from '#forum/actions';
import { sealAuditJob } from '#forum/audit';
import {
  bringBackVacant,
  DeliverReminder,
  followReaders,
  handOverDue,
  planScheduled,
  retryLeftBehind,
  workReplans,
} from '#forum/reminders';
import { DeliverWebhook, handOverDeliveries } from '#forum/webhooks';
import { sealJob } from '../audit/seal.job.js';
import { checkStalls, relayStallCheck } from '../channels/check-stalls.job.js';
import { relayReleases, relaySweep, sweepJob } from '../papers/papers.job.js';
import { relayRecordReleases } from '../session-records/releases.js';
import { deliverJob } from '../reminders/deliver.job.js';
import { deliverWebhooks } from '../webhooks/deliver.job.js';
import { InjectConfig } from './config.token.js';
import { RelayLoop, type RelayStep } from './relay-loop.js';
import { relayOutbox } from './relay-outbox.js';
import { seldom } from './seldom.js';

/** How often each worker looks for what nobody told it of: other holders of posts, another day, free days, other rules. */
const LOOK_MS = 30_000;

/** Everything the worker does between its start and its end. */
@Injectable()
export class Runner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('worker');
  private queue: JobQueue | undefined;
  private loop: RelayLoop | undefined;
  private mailer: Mailer | undefined;

  constructor(
    private readonly database: Database,
    @InjectConfig() private readonly config: Config,
  ) {}

  /** @throws TypeError when a declared job has no handler or more than one: better not to start than to lose jobs. */
  async onApplicationBootstrap(): Promise<void> {
    const handlers = this.handlers();
    assertOneHandlerEach(declaredJobs(), handlers);
    const queue = await JobQueue.open({
      databaseUrl: this.config.databaseUrl ?? '',
      redisUrl: this.config.redisUrl,
      onError: (error, { queue: name, job }) => {
        this.log.error(`${name} ${job ?? '-'} ${error.message}`, error.stack);
      },
    });
    this.queue = queue;
    const { mailRatePerSecond: perSecond } = this.config;
    await queue.work(handlers, this.config.workerConcurrency, perSecond === null ? {} : { mail: perSecond });
    // Whatever a lost queue left unsealed is sealed now.
    await queue.add(sealAuditJob, [{ id: newId(), payload: {} }]).catch((error: unknown) => {
      this.log.error(error instanceof Error ? error.stack : String(error));
    });
    this.loop = new RelayLoop(
      [
        () => relayOutbox(this.database, queue),
        () => handOverDue(this.database, queue, { perSecond }),
        () => handOverDeliveries(this.database, queue),
        () => relayReleases(this.database),
        () => relayRecordReleases(this.database),
        () => confirmBySilence(this.database),
        () => workReplans(this.database),
        this.seldom(() => followReaders(this.database)),
        this.seldom(() => bringBackVacant(this.database)),
        this.seldom(() => planScheduled(this.database)),
        () => retryLeftBehind(this.database),
        () => relayStallCheck(this.database, queue),
        () => relaySweep(this.database, queue),
      ],
      this.config.relayIntervalMs,
      (error) => {
        this.log.error(error instanceof Error ? error.stack : String(error));
      },
    );
    this.loop.start();
  }

  /** First nothing new is begun, then what runs may end, then the connections close. */
  async onApplicationShutdown(): Promise<void> {
    await this.loop?.stop();
    await this.queue?.close();
    this.mailer?.close();
    await this.database.close();
  }

  private seldom(step: RelayStep): RelayStep {
    const now = async (): Promise<string> => {
      const [row] = await this.database.readAs('forum_worker').query<{ now: Date }>('select forum.now() as now');
      return (row?.now ?? new Date(0)).toISOString();
    };
    return seldom({ now }, LOOK_MS, step);
  }

  private handlers(): JobHandler[] {
    const { smtpUrl, dataDir, mailFrom, mailInDoubt: doubt, relayLogUrl, publicUrl, webhookPrivateHosts } = this.config;
    const mailer = openMailer({ smtpUrl, folder: path.join(dataDir, 'mail'), from: mailFrom });
    this.mailer = mailer;
    const relayLog = relayLogUrl === null ? undefined : openRelayLog(relayLogUrl);
    return [
      deliverJob(new DeliverReminder(this.database, mailer, { publicUrl, doubt, relayLog })),
      deliverWebhooks(new DeliverWebhook(this.database, openPoster({ privateHosts: webhookPrivateHosts }), publicUrl)),
      sealJob(this.database),
      checkStalls(this.database),
      sweepJob(this.database, createFileStorage(this.config)),
    ];
  }
}
