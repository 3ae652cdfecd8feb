import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { newId, type Side } from '#core/kernel';
import { JobQueue } from '#platform/queue';
import { openPoster } from '#platform/webhooks';
import { RecordAction } from '#forum/actions';
import { DeliverWebhook, handOverDeliveries } from '#forum/webhooks';
import type {
  WebhookDeliveryListView,
  WebhookListView,
  WebhookView,
  WebhookWithSecretView,
} from '../../apps/api/src/webhooks/webhooks.dto.js';
import { deliverWebhooks } from '../../apps/worker/src/webhooks/deliver.job.js';
import { demoActor } from '../support/actors.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { postOf, saveSession } from '../support/factories/action-items.js';
import { openWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';
import { startWorkerProcess } from '../support/worker-process.js';
import { until } from '../support/worker.js';

interface Row {
  id: string;
  kind: string;
  state: string;
  attempt: number;
  due_at: Date;
  body: string | null;
  answer_status: number | null;
  last_error_code: string | null;
}

describe('webhooks', () => {
  let test: TestApp;
  let receiver: WebhookReceiver;
  let queue: JobQueue;
  let deliver: DeliverWebhook;
  let kr: TestClient;
  let jp: TestClient;

  beforeAll(async () => {
    test = await createTestApp('record', { WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' });
    await test.setClock('2027-03-12T10:00:00+09:00');
    receiver = await openWebhookReceiver();
    [kr, jp] = await Promise.all([test.as('secretariat.kr'), test.as('secretariat.jp')]);
    const poster = openPoster({ privateHosts: ['127.0.0.1'], timeoutMs: 1_000 });
    deliver = new DeliverWebhook(test.database, poster, 'http://localhost:3000');
    await openQueue();
  });
  afterAll(async () => {
    await queue.close();
    await receiver.close();
    await test.close();
  });
  beforeEach(async () => {
    await test.admin(`delete from forum.webhook_delivery`);
    await test.admin(`delete from forum.webhook_secret`);
    await test.admin(`delete from forum.webhook`);
    receiver.received.length = 0;
    receiver.decide = () => 204;
  });

  const openQueue = async (): Promise<void> => {
    queue = await JobQueue.open({ databaseUrl: test.appUrl, redisUrl: null, onError: () => undefined });
    await queue.work([deliverWebhooks(deliver)], 4);
  };
  const add = (client: TestClient, over: object = {}): Promise<WebhookWithSecretView> =>
    answered(client.post('webhooks', { body: { name: '문서 시스템', url: receiver.url, ...over } }));
  const deliveries = (): Promise<Row[]> =>
    test.admin<Row>(`select * from forum.webhook_delivery order by created_at, id`);
  /** A mail as the worker keeps it. */
  const mail = async (side: Side, carriedId = newId()): Promise<string> => {
    const id = newId();
    await test.admin(
      `insert into forum.sent_mail (id, carried_id, recipient, language, subject, text, html, audience)
       values ($1, $2, 'somebody@forum.example', 'ko', '【기한 안내】 결과 교환', 'text', 'html', $3) on conflict do nothing`,
      [id, carriedId, side],
    );
    return id;
  };
  const tick = () => handOverDeliveries(test.database, queue);
  /** Looks until the queue has carried what was due. */
  const settle = async (): Promise<Row[]> => {
    await tick();
    return until(deliveries, (rows) => rows.every(({ state }) => !['queued', 'sending'].includes(state)));
  };
  /** Makes what waits due, and what is held free again. */
  const pass = () =>
    test.admin(
      `update forum.webhook_delivery set due_at = forum.now(), lease_until = lease_until - interval '1 hour' where state <> 'delivered'`,
    );

  it('are kept by a side’s secretariat; the secret is given once, and the other side learns of nothing', async () => {
    const made = await add(kr);
    expect(made).toMatchObject({ name: '문서 시스템', url: receiver.url, state: 'on', etag: '"1"', failed: 0 });
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const list = await answered<WebhookListView>(kr.get('webhooks'));
    expect(list.items.map(({ id }) => id)).toEqual([made.id]);
    expect(JSON.stringify([list, (await kr.get(`webhooks/${made.id}`)).json()])).not.toContain(made.secret);
    await expect(test.database.readAs('forum_kr').query('select secret from forum.webhook_secret')).resolves.toEqual(
      [],
    );

    expect((await answered<WebhookListView>(jp.get('webhooks'))).items).toEqual([]);
    for (const path of [`webhooks/${made.id}`, `webhooks/${made.id}/deliveries`])
      expect([
        (await jp.get(path)).statusCode,
        (await jp.get(path.replace(made.id, newId()))).json<{ code: string }>().code,
      ]).toEqual([404, 'webhooks.notFound']);
    expect((await jp.post(`webhooks/${made.id}/remove`, { etag: '"1"' })).statusCode).toBe(404);
    expect((await jp.post(`webhooks/${made.id}/ping`)).statusCode).toBe(404);
    for (const name of ['official.kr', 'head.kr', 'delegate.jp', 'auditor', 'admin', 'company.kr'])
      expect((await (await test.as(name)).get('webhooks')).statusCode).toBe(403);
    expect(
      (await (await test.as('official.kr')).post('webhooks', { body: { name: 'x', url: receiver.url } })).statusCode,
    ).toBe(403);

    const trail = await test.admin(
      `select event, audience, params from forum.audit_entry where subject_id = $1 order by at`,
      [made.id],
    );
    expect(trail).toMatchObject([{ event: 'webhooks.added', audience: 'kr' }]);
    expect(JSON.stringify(trail)).not.toContain('/hooks');
    const repeated = await kr.post('webhooks', {
      body: { name: 'x', url: receiver.url },
      headers: { 'idempotency-key': 'a-key-of-mine' },
    });
    expect(repeated.statusCode).toBe(400);
  });

  it.each([
    ['http://hooks.ministry.example/forum', 'webhooks.addressNotHttps', 'https://로 시작하는'],
    ['https://user:word@hooks.ministry.example/', 'webhooks.addressHasLogin', '서명'],
    ['https://10.0.0.8/hooks', 'webhooks.addressNotAllowed', '내부망'],
    ['https://[::1]/hooks', 'webhooks.addressNotAllowed', '내부망'],
    ['https://localhost/hooks', 'webhooks.addressNotAllowed', '내부망'],
    ['https://queue.internal/hooks', 'webhooks.addressNotAllowed', '내부망'],
    ['https://hooks.ministry.example/#part', 'common.notAUrl', 'https://'],
    ['ftp://hooks.ministry.example/', 'webhooks.addressNotHttps', 'https://'],
    ['hooks', 'common.notAUrl', 'https://'],
  ])('refuse the address %s', async (url, code, words) => {
    const answer = await kr.post('webhooks', { body: { name: 'x', url }, language: 'ko' });
    expect(answer.statusCode).toBe(400);
    const { fields } = answer.json<{ fields: { path: string; code: string; detail: string }[] }>();
    expect(fields).toMatchObject([{ path: 'url', code, detail: expect.stringContaining(words) }]);
    expect(await test.admin('select 1 from forum.webhook')).toEqual([]);
  });

  it('change by their version, and say in the reader’s language why not', async () => {
    const { id } = await add(kr);
    expect((await kr.patch(`webhooks/${id}`, { body: { name: 'y' } })).statusCode).toBe(428);
    expect((await kr.patch(`webhooks/${id}`, { body: { name: 'y' }, etag: '"9"' })).statusCode).toBe(412);
    const renamed = await answered<WebhookView>(kr.patch(`webhooks/${id}`, { body: { name: 'y' }, etag: '"1"' }));
    expect(renamed).toMatchObject({ name: 'y', url: receiver.url, etag: '"2"' });
    expect((await kr.post(`webhooks/${id}/turn-on`, { etag: '"2"' })).statusCode).toBe(409);
    const off = await answered<WebhookView>(kr.post(`webhooks/${id}/turn-off`, { etag: '"2"' }));
    expect(off.state).toBe('off');
    expect(off.allowedActions).toContainEqual({ action: 'replay', allowed: false, reason: 'webhooks.isOff' });
    const details = await Promise.all(
      (['ko', 'ja', 'en'] as const).map(async (language) => {
        const answer = await kr.post(`webhooks/${id}/replay-failed`, { language });
        expect(answer.statusCode).toBe(422);
        return answer.json<{ detail: string }>().detail;
      }),
    );
    expect(details).toEqual([
      '중지된 웹훅입니다. 먼저 사용을 시작하여 주시기 바랍니다.',
      '停止中のWebhookです。先に使用を開始してください。',
      'The webhook is off. Turn it on first.',
    ]);
    expect((await kr.post(`webhooks/${id}/remove`, { etag: '"3"' })).statusCode).toBe(204);
    expect((await kr.get(`webhooks/${id}`)).statusCode).toBe(404);
    for (let count = 0; count < 10; count += 1) await add(kr);
    expect((await kr.post('webhooks', { body: { name: 'x', url: receiver.url } })).json()).toMatchObject({
      status: 422,
      code: 'webhooks.tooMany',
    });
    expect((await add(jp)).state).toBe('on');
  });

  it('tell what the side’s own mail told, signed as Standard Webhooks has it, and nothing to the other side', async () => {
    const [secretariat, owner] = await Promise.all([demoActor(test, 'secretariat.kr'), demoActor(test, 'official.jp')]);
    const sessionId = (await saveSession(test)).id;
    const input = { sessionId, title: '봄철 측정 결과 교환', lang: 'ko' as const, ownerPostId: postOf(owner) };
    const texts = { ja: '春季の測定結果の交換' };
    const [actionId = ''] = await new RecordAction(test.database).run(secretariat, {
      ...input,
      due: '2027-05-06',
      texts,
    });
    await add(kr);
    const { secret } = await add(jp);
    const [reminder] = await test.admin<{ id: string }>(
      `update forum.reminder set state = 'sent' where subject_id = $1 and offset_days = -14 returning id`,
      [actionId],
    );
    const mailId = await mail('jp', reminder?.id);
    const rows = await settle();
    expect(rows).toMatchObject([
      { kind: 'mail', state: 'delivered', attempt: 1, answer_status: 204, last_error_code: null },
    ]);
    const [message] = receiver.received;
    expect(receiver.received).toHaveLength(1);
    expect(JSON.parse(message?.body ?? '')).toEqual({
      type: 'reminder.sent',
      timestamp: expect.stringMatching(/^2027-03-12T01:0\d:\d{2}\.\d{3}Z$/),
      data: {
        side: 'jp',
        mail: { id: mailId, subject: '【기한 안내】 결과 교환', language: 'ko', late: false },
        reminders: [
          {
            id: reminder?.id,
            rule: 'action-item',
            offsetDays: -14,
            due: '2027-05-06',
            plannedFor: '2027-04-22T00:30:00.000Z',
            subject: { type: 'action_item', id: actionId },
            path: `/actions/${actionId}`,
            url: `http://localhost:3000/actions/${actionId}`,
            title: { ko: '봄철 측정 결과 교환', ja: '春季の測定結果の交換', en: null },
            post: { id: postOf(owner), title: expect.any(Object), body: expect.any(Object) },
          },
        ],
      },
    });
    expect(message?.headers).toMatchObject({
      'webhook-id': rows[0]?.id,
      'content-type': 'application/json; charset=utf-8',
    });
    const at = new Date(Number(message?.headers['webhook-timestamp']) * 1000);
    expect(message?.headers['webhook-signature']).toBe(
      new Webhook(secret).sign(rows[0]?.id ?? '', at, message?.body ?? ''),
    );
    expect(message?.body ?? '').not.toMatch(/forum\.example|somebody@/);
    const shown = await answered<WebhookDeliveryListView>(
      jp.get(`webhooks/${(await answered<WebhookListView>(jp.get('webhooks'))).items[0]?.id ?? ''}/deliveries`),
    );
    expect(shown.items).toMatchObject([
      { kind: 'mail', state: 'delivered', subject: '【기한 안내】 결과 교환', attempt: 1 },
    ]);
  });

  it('a receiver’s own library takes, as long as the message is fresh and whole', async () => {
    const { id, secret } = await add(kr);
    await answered(kr.post(`webhooks/${id}/ping`));
    await settle();
    const [message] = receiver.received;
    const headers = Object.fromEntries(
      Object.entries(message?.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    // The library asks the machine's clock, the desk its database's.
    const { now } = Date;
    Date.now = () => Number(headers['webhook-timestamp']) * 1000;
    expect(new Webhook(secret).verify(message?.body ?? '', headers)).toMatchObject({
      type: 'desk.ping',
      data: { side: 'kr' },
    });
    expect(() => new Webhook(secret).verify(`${message?.body ?? ''} `, headers)).toThrow('No matching signature');
    Date.now = () => (Number(headers['webhook-timestamp']) + 301) * 1000;
    expect(() => new Webhook(secret).verify(message?.body ?? '', headers)).toThrow('too old');
    Date.now = now;
  });

  it('are told once of a mail, though its row is written again, the job runs twice and two workers take it', async () => {
    await add(kr);
    const carried = newId();
    await mail('kr', carried);
    await mail('kr', carried);
    expect(await deliveries()).toHaveLength(1);
    const [row] = await settle();
    await Promise.all([deliver.run(row?.id ?? ''), deliver.run(row?.id ?? '')]);
    expect(receiver.received).toHaveLength(1);
    await mail('kr');
    await test.admin(
      `update forum.webhook_delivery set state = 'queued', lease_until = forum.now() + interval '1 minute' where state = 'planned'`,
    );
    const [, second] = await deliveries();
    await Promise.all([1, 2, 3].map(() => deliver.run(second?.id ?? '')));
    expect(receiver.received).toHaveLength(2);
  });

  it('try again later and later with the same id and words, then wait for a person, who sends one or all again', async () => {
    const { id } = await add(kr);
    await mail('kr');
    receiver.decide = () => 503;
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      const [row] = await settle();
      expect(row).toMatchObject({
        attempt,
        answer_status: 503,
        last_error_code: 'webhooks.refused',
        state: attempt === 10 ? 'failed' : 'planned',
      });
      const [wait] = await test.admin<{ seconds: number }>(
        `select extract(epoch from due_at - forum.now())::float as seconds from forum.webhook_delivery`,
      );
      waits.push(wait?.seconds ?? 0);
      expect(await tick()).toBe(0);
      await pass();
    }
    const base = [5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800];
    for (const [index, wait] of base.entries()) {
      expect(waits[index]).toBeGreaterThan(wait * 0.8 - 2);
      expect(waits[index]).toBeLessThan(wait * 1.2 + 1);
    }
    expect(new Set(receiver.received.map(({ headers, body }) => `${String(headers['webhook-id'])} ${body}`)).size).toBe(
      1,
    );
    const shown = await answered<WebhookDeliveryListView>(kr.get(`webhooks/${id}/deliveries?state=failed`));
    expect(shown.items).toMatchObject([
      {
        state: 'failed',
        attempt: 10,
        answerStatus: 503,
        reason: 'webhooks.refused',
        allowedActions: [{ action: 'replay', allowed: true }],
      },
    ]);

    receiver.decide = () => 200;
    expect((await jp.post(`webhook-deliveries/${shown.items[0]?.id ?? ''}/replay`)).statusCode).toBe(404);
    expect((await kr.post(`webhook-deliveries/${shown.items[0]?.id ?? ''}/replay`)).statusCode).toBe(204);
    expect((await kr.post(`webhook-deliveries/${shown.items[0]?.id ?? ''}/replay`)).json()).toMatchObject({
      code: 'webhooks.notFailed',
      status: 409,
    });
    expect(await settle()).toMatchObject([{ state: 'delivered', attempt: 1, answer_status: 200 }]);
    await mail('kr');
    await mail('kr');
    await test.admin(`update forum.webhook_delivery set state = 'failed' where state = 'planned'`);
    expect(await answered(kr.post(`webhooks/${id}/replay-failed`))).toEqual({ deliveries: 2 });
    expect((await settle()).map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered']);
    const page = await answered<WebhookDeliveryListView>(kr.get(`webhooks/${id}/deliveries?limit=2`));
    const rest = await answered<WebhookDeliveryListView>(
      kr.get(`webhooks/${id}/deliveries?limit=2&cursor=${page.nextCursor ?? ''}`),
    );
    expect([page.hasMore, rest.hasMore, new Set([...page.items, ...rest.items].map((row) => row.id)).size]).toEqual([
      true,
      false,
      3,
    ]);
    expect((await kr.get(`webhooks/${id}/deliveries?cursor=x`)).statusCode).toBe(400);
  });

  it.each([
    ['the receiver cuts the line', 'cut' as const, 'webhooks.unanswered', null],
    ['it says nothing in time', 'silence' as const, 'webhooks.unanswered', null],
    ['it points elsewhere', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 'webhooks.redirected', 302],
    ['it asks for time', { status: 429, headers: { 'retry-after': '900' } }, 'webhooks.refused', 429],
  ])('are tried again when %s', async (_case, answer, code, status) => {
    await add(kr);
    await mail('kr');
    receiver.decide = () => answer;
    const [row] = await settle();
    expect(row).toMatchObject({ state: 'planned', last_error_code: code, answer_status: status });
    const [due] = await test.admin<{ seconds: number }>(
      `select extract(epoch from due_at - forum.now())::float as seconds from forum.webhook_delivery`,
    );
    expect((due?.seconds ?? 0) > 800).toBe(status === 429);
    expect(receiver.received).toHaveLength(1);
  });

  it('are given back to the queue when a worker was killed or the queue lost everything', async () => {
    await add(kr);
    await mail('kr');
    await test.admin(
      `update forum.webhook_delivery set state = 'sending', attempt = 1, lease_until = forum.now() + interval '30 seconds'`,
    );
    expect(await tick()).toBe(0);
    await pass();
    expect(await settle()).toMatchObject([{ state: 'delivered', attempt: 2 }]);
    await mail('kr');
    await test.admin(
      `update forum.webhook_delivery set state = 'queued', lease_until = forum.now() + interval '30 seconds' where state = 'planned'`,
    );
    await pass();
    expect((await settle()).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
    expect(receiver.received).toHaveLength(2);
  });

  it('sign with the old secret beside the new one for a day', async () => {
    const first = await add(kr);
    const second = await answered<WebhookWithSecretView>(kr.post(`webhooks/${first.id}/rotate`, { etag: first.etag }));
    expect(second.secret).not.toBe(first.secret);
    const signatures = async (): Promise<string[]> => {
      await mail('kr');
      await settle();
      return String(receiver.received.at(-1)?.headers['webhook-signature']).split(' ');
    };
    const sign = (secret: string): string => {
      const { headers, body } = receiver.received.at(-1) ?? { headers: {}, body: '' };
      return new Webhook(secret).sign(
        String(headers['webhook-id']),
        new Date(Number(headers['webhook-timestamp']) * 1000),
        body,
      );
    };
    expect(await signatures()).toEqual([sign(second.secret), sign(first.secret)]);
    await test.admin(`update forum.webhook_secret set created_at = created_at - interval '25 hours'`);
    expect(await signatures()).toEqual([sign(second.secret)]);
  });

  it('stop when they are turned off, when they are removed, and when the receiver says that it is gone', async () => {
    const webhook = await add(kr);
    await mail('kr');
    const off = await answered<WebhookView>(kr.post(`webhooks/${webhook.id}/turn-off`, { etag: webhook.etag }));
    await mail('kr');
    expect(await settle()).toMatchObject([{ state: 'failed', last_error_code: 'webhooks.turnedOff' }]);
    expect(receiver.received).toEqual([]);
    await answered(kr.post(`webhooks/${webhook.id}/ping`));
    expect((await settle()).at(-1)).toMatchObject({ kind: 'ping', state: 'delivered' });
    await answered(kr.post(`webhooks/${webhook.id}/turn-on`, { etag: off.etag }));
    await mail('kr');
    await mail('kr');
    receiver.decide = () => 410;
    expect((await settle()).slice(-2)).toMatchObject([
      { state: 'failed', last_error_code: 'webhooks.gone' },
      { state: 'failed', last_error_code: 'webhooks.gone' },
    ]);
    expect(await answered<WebhookView>(kr.get(`webhooks/${webhook.id}`))).toMatchObject({
      state: 'off',
      offReason: 'gone',
      failed: 3,
    });
    const trail = await test.admin<{ what: string }>(
      `select params ->> 'what' as what from forum.audit_entry where subject_id = $1 and event = 'webhooks.changed' order by at`,
      [webhook.id],
    );
    expect(trail.map(({ what }) => what)).toEqual(['off', 'on', 'gone']);
  });

  it('that are slow do not keep the others waiting', async () => {
    const slow = await add(kr);
    for (let count = 0; count < 20; count += 1) await mail('kr');
    await add(jp);
    await mail('jp');
    // A queue that nobody works off.
    const idle = await JobQueue.open({ databaseUrl: test.appUrl, redisUrl: null, onError: () => undefined });
    receiver.decide = () => 'silence';
    const handed = await handOverDeliveries(test.database, idle);
    await idle.close();
    expect(handed).toBe(9);
    const queued = await test.admin<{ webhook_id: string; count: number }>(
      `select webhook_id, count(*)::int as count from forum.webhook_delivery where state in ('queued','sending') group by 1`,
    );
    expect(queued.find((row) => row.webhook_id === slow.id)?.count).toBe(8);
    expect(await tick()).toBe(0);
    receiver.decide = () => 204;
    await until(deliveries, (rows) => rows.every(({ state }) => !['queued', 'sending'].includes(state)));
  });

  it('arrive again under their id when the worker is ended by kill -9 before it hears the answer', async () => {
    // The jobs are for the processes.
    await queue.close();
    const folder = await mkdtemp(join(tmpdir(), 'forum-desk-webhooks-'));
    const env = { WEBHOOK_PRIVATE_HOSTS: '127.0.0.1', DATA_DIR: folder };
    const first = await startWorkerProcess(test, env);
    await add(kr);
    receiver.decide = async (): Promise<'silence'> => {
      await first.kill();
      return 'silence';
    };
    await mail('kr');
    await until(deliveries, () => receiver.received.length > 0 && first.process.signalCode === 'SIGKILL');
    expect(await deliveries()).toMatchObject([{ state: 'sending', attempt: 1 }]);
    receiver.decide = () => 204;
    await pass();
    const second = await startWorkerProcess(test, env);
    await until(deliveries, ([row]) => row?.state === 'delivered');
    // The same process mails: what it tells a person it tells the side's system.
    await add(jp);
    const [due] = await test.admin<{ id: string }>(
      `update forum.reminder set due_at = forum.now() where subject_type = 'action_item' and offset_days = 0 and state = 'planned' returning id`,
    );
    await test.waitForRows(`select 1 from forum.webhook_delivery where audience = 'jp' and state = 'delivered'`);
    expect(await second.stop()).toBe(0);
    expect(JSON.parse(receiver.received.pop()?.body ?? '')).toMatchObject({
      data: { side: 'jp', reminders: [{ id: due?.id, offsetDays: 0 }] },
    });
    const [once, again] = receiver.received;
    expect([again?.body, again?.headers['webhook-id']]).toEqual([once?.body, once?.headers['webhook-id']]);
    expect([receiver.received.length, (await deliveries())[0]?.attempt]).toEqual([2, 2]);
    await rm(folder, { recursive: true, force: true });
    await openQueue();
  }, 90_000);
});
