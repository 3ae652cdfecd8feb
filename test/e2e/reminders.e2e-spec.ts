import { newId } from '#core/kernel';
import { RecordAction } from '#forum/actions';
import type { MailListView, ReminderListView } from '../../apps/api/src/reminders/reminders.dto.js';
import { demoActor } from '../support/actors.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { postOf, saveSession } from '../support/factories/action-items.js';
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { startTestWorker, until, type TestWorker } from '../support/worker.js';

describe('GET /reminders, /inbox and /mails', () => {
  let test: TestApp;
  let sink: SmtpSink;
  let worker: TestWorker;
  let actionId: string;
  let sessionId: string;

  beforeAll(async () => {
    test = await createTestApp('record');
    await test.setClock('2027-03-12T10:00:00+09:00');
    const [kr, owner] = await Promise.all([demoActor(test, 'secretariat.kr'), demoActor(test, 'official.jp')]);
    sessionId = (await saveSession(test)).id;
    const input = {
      sessionId,
      title: '봄철 측정 결과 교환',
      lang: 'ko' as const,
      ownerPostId: postOf(owner),
      due: '2027-05-06',
      texts: { ja: '春季の測定結果の交換' },
    };
    actionId = (await new RecordAction(test.database).run(kr, input))[0] ?? '';
    sink = await openSmtpSink();
    worker = await startTestWorker(test, { smtpUrl: sink.url });
    await test.setClock('2027-04-22T09:30:00+09:00');
    await worker.tick();
    await until(
      () => test.admin(`select 1 from forum.reminder where state = 'sent'`),
      (rows) => rows.length === 1,
    );
  });
  afterAll(async () => {
    await worker.close();
    await sink.close();
    await test.close();
  });

  const get = async <View>(name: string, path: string): Promise<View> => {
    const answer = await (await test.as(name)).get(path);
    expect(answer.statusCode).toBe(200);
    return answer.json<View>();
  };

  it('show a side its own reminders, earliest first, page by page', async () => {
    const first = await get<ReminderListView>('secretariat.jp', 'reminders?limit=4');
    expect(first.items).toHaveLength(4);
    expect(first.items[0]).toMatchObject({
      rule: 'action-item',
      offsetDays: -14,
      ruleDate: '2027-05-06',
      dueAt: '2027-04-22T00:30:00.000Z',
      zone: 'Asia/Tokyo',
      state: 'sent',
      subjectType: 'action_item',
      subjectId: actionId,
      title: { text: '春季の測定結果の交換', lang: 'ja' },
      recipient: { side: 'jp' },
    });
    expect(first.hasMore).toBe(true);
    const rest = await get<ReminderListView>('secretariat.jp', `reminders?limit=4&cursor=${first.nextCursor ?? ''}`);
    expect(rest).toMatchObject({ hasMore: false, nextCursor: null });
    expect([...first.items, ...rest.items].map((item) => item.offsetDays)).toEqual([-14, -7, -1, 0, 1, 7]);
    const planned = await get<ReminderListView>('secretariat.jp', 'reminders?state=planned');
    expect(planned.items).toHaveLength(5);
  });

  it('show a side the mails it was sent', async () => {
    const { items } = await get<MailListView>('secretariat.jp', 'mails');
    expect(items).toMatchObject([
      { to: 'official.jp@forum.example', language: 'ja', subject: expect.stringContaining('期限のお知らせ') },
    ]);
  });

  it.each(['secretariat.kr', 'interpreter', 'auditor', 'observer', 'company.jp', 'admin'])(
    'show %s nothing of the other side',
    async (name) => {
      for (const path of ['reminders', 'inbox', 'mails'])
        expect((await get<{ items: unknown[] }>(name, path)).items).toEqual([]);
    },
  );

  it.each(['reminders', 'inbox', 'mails'])('ask for a sign-in at %s', async (path) => {
    expect((await test.anonymous.get(path)).statusCode).toBe(401);
  });

  it('show what belongs to one session, its action items included, with the page each is about', async () => {
    const { items } = await get<ReminderListView>('secretariat.jp', `reminders?session=${sessionId}`);
    expect(items).toHaveLength(6);
    expect(items[0]).toMatchObject({ path: `/actions/${actionId}`, reason: null });
    expect((await get<ReminderListView>('secretariat.jp', `reminders?session=${newId()}`)).items).toEqual([]);
    expect((await get<ReminderListView>('secretariat.kr', `reminders?session=${sessionId}`)).items).toEqual([]);
  });

  it('refuse an unknown state and a made-up cursor', async () => {
    const client = await test.as('secretariat.jp');
    expect((await client.get('reminders?state=lost')).statusCode).toBe(400);
    expect((await client.get('reminders?session=mine')).statusCode).toBe(400);
    expect((await client.get('reminders?cursor=nonsense')).json()).toMatchObject({ fields: [{ path: 'cursor' }] });
  });
});
