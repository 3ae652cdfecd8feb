import { newId, type Side } from '#core/kernel';
import type { JobsView } from '../../apps/api/src/operations/operations.dto.js';
import { answered, createTestApp, type TestApp } from '../support/app.js';
import { RowMaker } from '../support/rows.js';

const token = 'a-token-of-sixteen-or-more';

describe('the health of the queue', () => {
  let test: TestApp;
  let maker: RowMaker;

  beforeAll(async () => {
    test = await createTestApp('record', { METRICS_TOKEN: token });
    await test.setClock('2027-03-12T10:00:00+09:00');
    maker = await RowMaker.open(test.admin);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.admin(`delete from forum.webhook_delivery`);
    await test.admin(`delete from forum.sent_mail`);
    await test.admin(`delete from forum.reminder`);
    await test.admin(`update forum.outbox_event set relayed_at = forum.now()`);
  });

  const reminder = (side: Side, state: string, minutesAgo: number) =>
    maker
      .plan('reminder', {
        side,
        audience: side,
        marker: 'SEALED',
        over: { state, rule_date: '2027-03-12', rule: newId() },
      })
      .then(async (row) => {
        const names = Object.keys(row).filter((name) => name !== 'due_at');
        await test.admin(
          `insert into forum.reminder (${names.join(', ')}, due_at)
           select ${names.map((_, index) => `$${String(index + 1)}`).join(', ')}, forum.now() - make_interval(mins => ${String(minutesAgo)})`,
          names.map((name) => row[name]),
        );
      });
  const jobs = async (): Promise<JobsView> => answered<JobsView>((await test.as('admin')).get('jobs'));
  const metrics = (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
    test.app.inject({ method: 'GET', url: '/metrics', headers, remoteAddress });

  it('is told to the administrator in numbers: what is to come, due, under way, in doubt and failed, and how late it is', async () => {
    expect(
      (await jobs()).items.map(({ name, due, failed, oldestDueAt, secondsLate }) => [
        name,
        due,
        failed,
        oldestDueAt,
        secondsLate,
      ]),
    ).toEqual([
      ['reminders', 0, 0, null, 0],
      ['webhooks', 0, 0, null, 0],
      ['events', 0, 0, null, 0],
      ['audit', 0, 0, null, 0],
    ]);
    await reminder('kr', 'planned', -60);
    await reminder('kr', 'planned', 5);
    await reminder('jp', 'sending', 7);
    await reminder('jp', 'in_doubt', 30);
    await reminder('jp', 'failed', 600);
    await reminder('kr', 'sent', 600);
    const { items, backend, at } = await jobs();
    expect(backend).toBe('postgres');
    expect(at.slice(0, 16)).toBe('2027-03-12T01:00');
    expect(items[0]).toMatchObject({ name: 'reminders', planned: 2, due: 1, underWay: 1, inDoubt: 1, failed: 1 });
    expect(items[0]?.secondsLate).toBeGreaterThanOrEqual(420);
    expect(items[0]?.secondsLate).toBeLessThan(450);
  });

  it('tells how far it is with what is planned anew', async () => {
    expect((await jobs()).replans).toEqual({ open: 0, secondsWaiting: 0, percent: null });
    await test.admin(
      `insert into forum.reminder_replan (id, cause, total, done, audience, requested_at)
       values ($1, 'holidays', 80, 20, 'joint', forum.now() - interval '2 minutes'), ($2, 'rules', 20, 20, 'kr', forum.now())`,
      [newId(), newId()],
    );
    const { replans } = await jobs();
    expect(replans).toMatchObject({ open: 2, percent: 40 });
    expect(Math.round(replans.secondsWaiting / 60)).toBe(2);
    expect((await metrics()).body).toContain('forum_replans_open 2\n');
    await test.admin(`update forum.reminder_replan set finished_at = forum.now()`);
  });

  it('tells how much could not be planned anew, in numbers alone, and tries it again when the administrator asks', async () => {
    const admin = await test.as('admin');
    const read = async () => {
      const { leftBehind, allowedActions } = await jobs();
      return { leftBehind, allowedActions };
    };
    const allowedActions = [{ action: 'retry-left-behind', allowed: true, reason: null }];
    expect(await read()).toEqual({ leftBehind: { objects: 0, kinds: 0 }, allowedActions });
    const id = newId();
    await test.admin(
      `insert into forum.reminder_left_behind (kind, object_id, tries, again_at) values ('instrument', $1, 5, forum.now() + interval '1 hour')`,
      [id],
    );
    await test.admin(
      `insert into forum.reminder_schedule (name, basis, failed_at) values ('exhibition', '', forum.now())
       on conflict (name) do update set failed_at = excluded.failed_at`,
    );
    expect((await read()).leftBehind).toEqual({ objects: 1, kinds: 1 });
    const { body } = await metrics();
    expect(body).toContain('forum_replans_left_behind 1\n');
    expect(body).toContain('forum_schedules_failing 1\n');
    for (const name of ['secretariat.kr', 'secretariat.jp', 'head.kr', 'auditor']) {
      const answer = await (await test.as(name)).post('jobs/retry-left-behind', {});
      expect(answer.statusCode).toBe(403);
    }
    const waiting = () => test.admin(`select 1 from forum.reminder_left_behind where again_at <= forum.now()`);
    expect(await waiting()).toEqual([]);
    const answer = await admin.post('jobs/retry-left-behind', {});
    expect([answer.statusCode, answer.json()]).toEqual([200, { retried: 1 }]);
    expect(await waiting()).toHaveLength(1);
    for (const role of ['forum_kr', 'forum_jp', 'forum_joint', 'forum_public'] as const)
      await expect(test.database.readAs(role).query('select forum.retry_left_behind()')).rejects.toThrow(
        'permission denied',
      );
    await test.admin('delete from forum.reminder_left_behind');
    await test.admin('update forum.reminder_schedule set failed_at = null');
  });

  it('says nothing of what it counts, and the same of either side', async () => {
    const told = new Map<Side, string>();
    for (const side of ['kr', 'jp'] as const) {
      await test.admin(`delete from forum.reminder`);
      await reminder(side, 'planned', 5);
      await reminder(side, 'failed', 5);
      const answer = await (await test.as('admin')).get('jobs');
      expect(answer.body).not.toMatch(/SEALED|"kr"|"jp"|[0-9a-f]{8}-[0-9a-f]{4}/);
      const { items } = answer.json<JobsView>();
      told.set(side, JSON.stringify(items.slice(0, 2).map(({ planned, due, failed }) => [planned, due, failed])));
    }
    expect(told.get('kr')).toBe(told.get('jp'));
  });

  it('is nobody else’s to read, by page or by function', async () => {
    for (const name of [
      'secretariat.kr',
      'secretariat.jp',
      'head.kr',
      'auditor',
      'observer',
      'interpreter',
      'company.jp',
    ])
      expect((await (await test.as(name)).get('jobs')).statusCode).toBe(403);
    expect((await test.anonymous.get('jobs')).statusCode).toBe(401);
    for (const role of ['forum_kr', 'forum_jp', 'forum_joint', 'forum_business', 'forum_public', 'forum_auth'] as const)
      await expect(test.database.readAs(role).query('select * from forum.queue_health()')).rejects.toThrow(
        'permission denied',
      );
    await expect(test.database.readAs('forum_admin').query('select 1 from forum.reminder limit 1')).resolves.toEqual(
      [],
    );
  });

  it('is there for Prometheus, from this machine or with the token', async () => {
    await reminder('kr', 'planned', 2);
    await reminder('jp', 'failed', 2);
    const answer = await metrics();
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
      'no-store',
    ]);
    expect(answer.body).toContain('# TYPE forum_jobs_due gauge');
    expect(answer.body).toContain('forum_jobs_due{kind="reminders"} 1\n');
    expect(answer.body).toContain('forum_jobs_failed{kind="reminders"} 1\n');
    expect(answer.body).toMatch(/^forum_jobs_oldest_due_seconds\{kind="reminders"\} 1[23]\d$/mu);
    expect(answer.body).toContain('forum_jobs_planned{kind="webhooks"} 0\n');
    expect(answer.body).toMatch(/^process_resident_memory_bytes \d+$/mu);
    expect(answer.body).not.toMatch(/SEALED|kr"|jp"/u);
    // Twice in one process: nothing is registered a second time.
    expect((await metrics({}, '::1')).statusCode).toBe(200);
    for (const host of ['127.0.0.1:3000', '[::1]:3000', 'localhost:3000'])
      expect((await metrics({ host })).statusCode).toBe(200);
    expect((await metrics({ authorization: `Bearer ${token}` }, '198.51.100.7')).statusCode).toBe(200);
  });

  it('is refused to other machines, to whoever comes through a proxy, and to a wrong token', async () => {
    const answers = await Promise.all([
      metrics({}, '198.51.100.7'),
      metrics({ 'x-forwarded-for': '127.0.0.1' }),
      metrics({ forwarded: 'for=127.0.0.1' }),
      // A proxy that adds nothing still asks for the name it was asked for.
      metrics({ host: 'desk.example' }),
      metrics({ authorization: `Bearer ${token}x` }, '198.51.100.7'),
      metrics({ authorization: `Basic ${token}` }, '198.51.100.7'),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403, 403, 403]);
    for (const { body } of answers) expect(body).not.toContain('forum_jobs');
  });
});
