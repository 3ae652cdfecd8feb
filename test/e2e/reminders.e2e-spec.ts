import { newId } from '#core/kernel';
import { RecordAction } from '#forum/actions';
import { guessLimits } from '#forum/identity';
import type { InboxMailDetailView, InboxView } from '../../apps/api/src/reminders/inbox.dto.js';
import type { MailListView, ReminderListView } from '../../apps/api/src/reminders/reminders.dto.js';
import { demoActor } from '../support/actors.js';
import { answered, createTestApp, type TestApp } from '../support/app.js';
import { postOf, saveSession } from '../support/factories/action-items.js';
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { startTestWorker, until, type TestWorker } from '../support/worker.js';

describe('GET /reminders, /inbox and /mails', () => {
  let test: TestApp;
  let sink: SmtpSink;
  let worker: TestWorker;
  let actionId: string;
  let sessionId: string;
  let post: string;

  beforeAll(async () => {
    test = await createTestApp('record');
    await test.setClock('2027-03-12T10:00:00+09:00');
    const [kr, owner] = await Promise.all([demoActor(test, 'secretariat.kr'), demoActor(test, 'official.jp')]);
    sessionId = (await saveSession(test)).id;
    post = postOf(owner);
    const input = {
      sessionId,
      title: '봄철 측정 결과 교환',
      lang: 'ko' as const,
      ownerPostId: post,
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
    const first = await get<ReminderListView>('secretariat.jp', `reminders?post=${post}&limit=4`);
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
    const rest = await get<ReminderListView>(
      'secretariat.jp',
      `reminders?post=${post}&limit=4&cursor=${first.nextCursor ?? ''}`,
    );
    expect(rest).toMatchObject({ hasMore: false, nextCursor: null });
    expect([...first.items, ...rest.items].map((item) => item.offsetDays)).toEqual([-14, -7, -1, 0, 1, 7]);
    const planned = await get<ReminderListView>('secretariat.jp', `reminders?post=${post}&state=planned`);
    expect(planned.items).toHaveLength(5);
  });

  it('show a side the mails it was sent', async () => {
    const { items } = await get<MailListView>('secretariat.jp', 'mails');
    expect(items).toMatchObject([
      { to: 'official.jp@forum.example', language: 'ja', subject: expect.stringContaining('期限のお知らせ') },
    ]);
  });

  it.each(['interpreter', 'auditor', 'observer', 'company.jp', 'admin'])(
    'show %s nothing of the other side',
    async (name) => {
      for (const path of ['reminders', 'inbox', 'mails'])
        expect((await get<{ items: unknown[] }>(name, path)).items).toEqual([]);
    },
  );

  it('show the other side what its own posts are told, and nothing else', async () => {
    const { items } = await get<ReminderListView>('secretariat.kr', 'reminders?limit=200');
    expect(items.filter(({ recipient }) => recipient.side !== 'kr')).toEqual([]);
    expect((await get<ReminderListView>('secretariat.kr', `reminders?post=${post}`)).items).toEqual([]);
    expect((await get<MailListView>('secretariat.kr', 'mails')).items).toEqual([]);
  });

  it.each(['reminders', 'inbox', 'mails'])('ask for a sign-in at %s', async (path) => {
    expect((await test.anonymous.get(path)).statusCode).toBe(401);
  });

  it('show what belongs to one session, its action items included, with the page each is about', async () => {
    const { items } = await get<ReminderListView>('secretariat.jp', `reminders?session=${sessionId}&post=${post}`);
    expect(items).toHaveLength(6);
    expect(items[0]).toMatchObject({ path: `/actions/${actionId}`, reason: null });
    expect((await get<ReminderListView>('secretariat.jp', `reminders?session=${newId()}`)).items).toEqual([]);
  });

  it('keep each mail in its reader’s inbox with the words it went out with, and tell it once more on purpose', async () => {
    const official = await test.as('official.jp');
    const [mail] = (await get<InboxView>('official.jp', 'inbox')).items;
    expect(mail).toMatchObject({ read: false, late: false, mailed: true, language: 'ja', reminders: 1 });
    const first = sink.delivered[0]?.email;
    expect(mail?.subject).toBe(first?.subject);
    const shown = await get<InboxMailDetailView>('official.jp', `inbox/${mail?.id ?? ''}`);
    expect(shown.text.trim()).toBe(first?.text?.trim());
    expect(shown.html.trim()).toBe(first?.html?.trim());
    expect(shown.about).toMatchObject([{ path: `/actions/${actionId}`, title: { text: '春季の測定結果の交換' } }]);
    for (const name of ['secretariat.jp', 'official.kr'])
      expect((await (await test.as(name)).get(`inbox/${mail?.id ?? ''}`)).statusCode).toBe(404);
    expect(await answered(official.post('inbox/marks', { body: { read: true, ids: [mail?.id] } }))).toEqual({
      unread: 0,
    });

    const desk = await test.as('secretariat.jp');
    const [sent] = (await get<ReminderListView>('secretariat.jp', `reminders?post=${post}&state=sent`)).items;
    expect((await desk.post(`reminders/${sent?.id ?? ''}/resend`, { etag: sent?.etag ?? '' })).statusCode).toBe(200);
    await worker.tick();
    await sink.waitForDelivered(2);
    await test.waitForRows(`select 1 from forum.reminder where id = $1 and state = 'sent' and resent = 1`, [sent?.id]);
    const again = sink.delivered[1]?.email;
    expect(again?.subject).toBe(first?.subject);
    expect(again?.messageId).not.toBe(first?.messageId);
    expect(await get<InboxView>('official.jp', 'inbox')).toMatchObject({
      unread: 1,
      items: [
        { read: false, reminders: 1 },
        { id: mail?.id, read: true, reminders: 0 },
      ],
    });
  });

  it('stop the daily mail from within the mail, without a sign-in, and from the settings', async () => {
    const official = await test.as('official.jp');
    const header = sink.delivered[0]?.email.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
    const path = new URL(header.replace(/[<>]/g, '')).pathname;
    expect(path).toMatch(/^\/unsubscribe\/[\w-]{32}$/);
    const form = (payload: string, url = path) =>
      test.app.inject({
        method: 'POST',
        url,
        payload,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    expect((await form('List-Unsubscribe=No')).statusCode).toBe(400);
    expect(await answered(official.get('me/mail-preferences'))).toEqual({ digest: true, stopped: null });
    expect((await form('List-Unsubscribe=One-Click')).statusCode).toBe(200);
    expect((await form('List-Unsubscribe=One-Click')).statusCode).toBe(200);
    expect(await answered(official.get('me/mail-preferences'))).toMatchObject({
      digest: false,
      stopped: { by: 'link' },
    });
    for (const language of ['ko', 'ja', 'en']) {
      const unknown = await form('List-Unsubscribe=One-Click', `/unsubscribe/${'x'.repeat(32)}?lang=${language}`);
      expect(unknown.json()).toMatchObject({ status: 404, code: 'reminders.linkUnknown' });
    }
    const multipart = '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n';
    const asked = {
      method: 'POST',
      url: path,
      payload: multipart,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    } as const;
    expect((await test.app.inject(asked)).statusCode).toBe(200);
    // A form reaches nothing else (asvs 3.5.2), and the settings turn the mail on again.
    expect((await form('digest=true', '/api/v1/me/mail-preferences')).statusCode).toBe(400);
    expect(await answered(official.put('me/mail-preferences', { body: { digest: true } }))).toEqual({
      digest: true,
      stopped: null,
    });
    // The link of before may be in other hands: whoever wants the mail again is stopped by a new one only.
    expect((await form('List-Unsubscribe=One-Click')).json()).toMatchObject({ code: 'reminders.linkUnknown' });
    expect(await answered(official.get('me/mail-preferences'))).toEqual({ digest: true, stopped: null });
    expect((await official.put('me/mail-preferences', { body: { digest: 'yes' } })).statusCode).toBe(400);
    // What was chosen, and by what, is in the trail of the reader's side alone, once for each change.
    const trail = await test.admin(
      `select event, params ->> 'by' as by, audience, actor_side as side from forum.audit_entry where event like 'reminders.dayMail%' order by at, id`,
    );
    expect(trail).toEqual([
      { event: 'reminders.dayMailStopped', by: 'link', audience: 'jp', side: 'jp' },
      { event: 'reminders.dayMailWanted', by: 'settings', audience: 'jp', side: 'jp' },
    ]);
    expect(
      await answered((await test.as('observer')).put('me/mail-preferences', { body: { digest: false } })),
    ).toMatchObject({ digest: false, stopped: { by: 'settings' } });
  });

  it('let whoever holds a link try so many wrong ones only, and keep nobody from signing in by it', async () => {
    const post = (token: string, language = 'en') =>
      test.app.inject({
        method: 'POST',
        url: `/unsubscribe/${token}?lang=${language}`,
        payload: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': language },
        remoteAddress: '192.0.2.9',
      });
    await test.admin(
      `insert into forum.sign_in_attempt (id, account, address, succeeded)
       select gen_random_uuid(), 'unsubscribe', 'unsubscribe 192.0.2.9', false from generate_series(1, $1)`,
      [guessLimits.perAddress - 1],
    );
    expect((await post('y'.repeat(32))).statusCode).toBe(404);
    for (const [language, words] of [
      ['ko', '시도하여 주시기 바랍니다'],
      ['ja', 'お試しください'],
      ['en', 'Try again in'],
    ] as const) {
      const refused = await post('z'.repeat(32), language);
      expect(refused.statusCode).toBe(429);
      expect(refused.json()).toMatchObject({
        code: 'reminders.tooManyTries',
        detail: expect.stringContaining(words),
      });
    }
    expect(await test.admin(`select 1 from forum.sign_in_attempt where address = '192.0.2.9'`)).toEqual([]);
  });

  it('refuse an unknown state and a made-up cursor', async () => {
    const client = await test.as('secretariat.jp');
    expect((await client.get('reminders?state=lost')).statusCode).toBe(400);
    expect((await client.get('reminders?session=mine')).statusCode).toBe(400);
    expect((await client.get('reminders?cursor=nonsense')).json()).toMatchObject({ fields: [{ path: 'cursor' }] });
  });
});
