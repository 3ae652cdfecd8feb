import { Redis } from 'ioredis';
import type { Actor } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { RecordAction } from '#forum/actions';
import { demoActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { postOf, saveSession } from '../support/factories/action-items.js';
import { dropQueueSchema } from '../support/lost-queue.js';
import { notRun } from '../support/not-run.js';
import { findRedis, type TestRedis } from '../support/redis.js';
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { startTestWorker, until, type TestWorker } from '../support/worker.js';

const redis: TestRedis | undefined = await findRedis();
if (!redis) notRun('the lost queue on Redis', 'neither REDIS_URL nor redis-server on the PATH');
afterAll(() => redis?.close());

const backends: [string, string | null][] = [
  ['PostgreSQL', null],
  ...(redis ? [['Redis', redis.url] as [string, string]] : []),
];
const count = 20;

describe.each(backends)('a queue on %s that loses everything', (_name, redisUrl) => {
  let test: TestDatabase;
  let sink: SmtpSink;
  let kr: Actor;
  let owner: Actor;
  let open: TestWorker[];

  beforeEach(async () => {
    installCatalogues({ strict: true });
    test = await createTestDatabase('record');
    await test.setClock('2027-03-12T01:00:00Z');
    [kr, owner] = await Promise.all([demoActor(test, 'secretariat.kr'), demoActor(test, 'official.jp')]);
    const sessionId = (await saveSession(test)).id;
    for (let index = 0; index < count; index += 1) {
      await new RecordAction(test.database).run(kr, {
        sessionId,
        title: `측정 결과 교환 ${String(index)}`,
        lang: 'ko',
        ownerPostId: postOf(owner),
        due: '2027-03-18',
      });
    }
    sink = await openSmtpSink();
    open = [];
    await test.setClock('2027-03-18T00:30:00Z');
  });
  afterEach(async () => {
    await Promise.all(open.map((worker) => worker.close()));
    await sink.close();
    await test.close();
  });

  const worker = async (working: boolean): Promise<TestWorker> => {
    const one = await startTestWorker(test, { smtpUrl: sink.url, redisUrl, working });
    open.push(one);
    return one;
  };
  const loseEverything = async (): Promise<void> => {
    if (redisUrl === null) {
      await dropQueueSchema(test);
      return;
    }
    const client = new Redis(redisUrl);
    await client.flushall();
    await client.quit();
  };
  const allSent = () =>
    until(
      () => test.admin(`select id from forum.reminder where state = 'sent'`),
      (rows) => rows.length === count,
    );

  it('loses no reminder that was handed over to it', async () => {
    const first = await worker(false);
    expect(await first.tick()).toBe(count);
    await loseEverything();
    const second = await worker(true);
    expect(await second.tick()).toBe(0);
    await test.setClock('2027-03-18T00:31:01Z');
    expect(await second.tick()).toBe(count);
    await allSent();
    expect(sink.handedOver).toHaveLength(count);
  });

  it('is made anew under a worker that goes on', async () => {
    const only = await worker(true);
    await loseEverything();
    expect(await only.tick()).toBe(count);
    await allSent();
    expect(sink.delivered).toHaveLength(count);
  });
});
