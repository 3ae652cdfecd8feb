import type { Actor } from '#core/kernel';
import { RecordAction } from '#forum/actions';
import { verifyChain } from '#forum/audit';
// Planning listens in the transaction of whoever records an action.
import '#forum/reminders';
import { demoActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { postOf, saveSession } from '../support/factories/action-items.js';
import { notRun } from '../support/not-run.js';
import { findRedis, type TestRedis } from '../support/redis.js';
import { openSmtpSink, type SinkAnswer, type SmtpSink } from '../support/smtp-sink.js';
import { until } from '../support/worker.js';
import { startWorkerProcess, type WorkerProcess } from '../support/worker-process.js';

const redis: TestRedis | undefined = await findRedis();
if (!redis) notRun('reliability on Redis', 'neither REDIS_URL nor redis-server on the PATH');
afterAll(() => redis?.close());

const backends: [string, Record<string, string>][] = [
  ['PostgreSQL', {}],
  ...(redis ? [['Redis', { REDIS_URL: redis.url }] as [string, Record<string, string>]] : []),
];

describe.each(backends)('the worker with its queue on %s', (_name, env) => {
  let test: TestDatabase;
  let sink: SmtpSink;
  let kr: Actor;
  let owner: Actor;
  let sessionId: string;
  let workers: WorkerProcess[];

  beforeEach(async () => {
    test = await createTestDatabase('record', { plansForValues: true });
    await test.setClock('2027-03-12T01:00:00Z');
    sessionId = (await saveSession(test)).id;
    [kr, owner] = await Promise.all([demoActor(test, 'secretariat.kr'), demoActor(test, 'official.jp')]);
    sink = await openSmtpSink();
    workers = [];
  });
  afterEach(async () => {
    await Promise.all(
      workers
        .filter(({ process: child }) => child.exitCode === null && child.signalCode === null)
        .map((worker) => worker.kill()),
    );
    await sink.close();
    await test.close();
  });

  const start = async (): Promise<WorkerProcess> => {
    const worker = await startWorkerProcess(test, { SMTP_URL: sink.url, ...env });
    workers.push(worker);
    return worker;
  };
  const record = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) {
      await new RecordAction(test.database).run(kr, {
        sessionId,
        title: `측정 결과 교환 ${String(index)}`,
        lang: 'ko',
        ownerPostId: postOf(owner),
        due: '2027-03-18',
      });
    }
  };
  const sent = () => test.admin<{ attempt: number }>(`select attempt from forum.reminder where state = 'sent'`);
  const distinctIds = () => new Set(sink.handedOver.map(({ email }) => email.messageId)).size;

  it('killed between sending and recording loses no reminder and tells nobody twice', async () => {
    await record(1);
    const first = await start();
    sink.decide = async (): Promise<SinkAnswer> => {
      if (sink.handedOver.length === 1) await first.kill();
      return 'accept';
    };
    await test.setClock('2027-03-18T00:30:00Z');
    await sink.waitForHandedOver(1);
    expect(await test.admin(`select state from forum.reminder where offset_days = 0 and rule = 'action-item'`)).toEqual(
      [{ state: 'sending' }],
    );

    await start();
    await test.setClock('2027-03-18T00:33:00Z');
    const rows = await until(sent, (found) => found.length === 1);
    expect(rows).toEqual([{ attempt: 2 }]);
    expect(sink.handedOver).toHaveLength(2);
    expect(distinctIds()).toBe(1);
    expect(sink.delivered).toHaveLength(1);
  });

  it('killed before the mail is on its way sends it once it is back', async () => {
    await record(3);
    const first = await start();
    let killed = false;
    sink.decide = async (): Promise<SinkAnswer> => {
      if (killed) return 'accept';
      await first.kill();
      killed = true;
      return 'defer';
    };
    await test.setClock('2027-03-18T00:30:00Z');
    await sink.waitForHandedOver(1);
    await start();
    await test.setClock('2027-03-18T00:33:00Z');
    await until(sent, (found) => found.length === 3);
    expect(sink.delivered).toHaveLength(3);
  });

  it('shared by two processes tells each reader once', async () => {
    await record(12);
    await Promise.all([start(), start()]);
    await test.setClock('2027-03-18T00:30:00Z');
    await until(sent, (found) => found.length === 12);
    expect(sink.handedOver).toHaveLength(12);
    expect(distinctIds()).toBe(12);
  });

  it('ends its jobs on SIGTERM, then itself', async () => {
    await record(1);
    const worker = await start();
    let stopping: Promise<number | null> | undefined;
    sink.decide = () => {
      stopping = worker.stop();
      return 'accept';
    };
    await test.setClock('2027-03-18T00:30:00Z');
    await sink.waitForHandedOver(1);
    expect(await stopping).toBe(0);
    expect(await sent()).toEqual([{ attempt: 1 }]);
  });

  it('seals what both sides did into one chain that can be proved', async () => {
    await record(3);
    await start();
    await until(
      () => test.admin<{ open: number }>(`select count(*)::int as open from forum.audit_entry where position is null`),
      ([row]) => row?.open === 0,
    );
    expect(await verifyChain(test.database)).toBeNull();
    // The seal looks at the entries, not at the relay: rows may be sealed a moment before they are marked as relayed.
    await until(
      () =>
        test.admin<{ waiting: number }>(
          `select count(*)::int as waiting from forum.outbox_event where relayed_at is null`,
        ),
      ([row]) => row?.waiting === 0,
    );
    await expect(
      test.database.readAs('forum_worker').query(`update forum.audit_entry set params = '{}'`),
    ).rejects.toThrow('permission denied');
    await test.admin(`alter table forum.audit_entry disable trigger tr_audit_entry_sealed`);
    await test.admin(`update forum.audit_entry set params = '{"version": 9}' where position = 2`);
    expect(await verifyChain(test.database)).toBe(2);
  });
});
