import { historicText, type Actor } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { ExtendDue, RecordAction, ReportDone, ReturnDone } from '#forum/actions';
import { listMails, listReminders } from '#forum/reminders';
import { CreateSession, ProposeSession } from '#forum/sessions';
import { openProposalsOf } from '#forum/two-key';
import { demoActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { postOf, saveSession } from '../support/factories/action-items.js';
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { startTestWorker, until, type TestWorker } from '../support/worker.js';

interface Row {
  id: string;
  offset_days: number;
  due_at: Date;
  state: string;
  audience: string;
  attempt: number;
  last_error_code: string | null;
  language: string | null;
  sent_to: string | null;
  message_id: string | null;
}

describe('reminders', () => {
  let test: TestDatabase;
  let sink: SmtpSink;
  let worker: TestWorker;
  let sessionId: string;
  let kr: Actor;
  let jp: Actor;
  let owner: Actor;

  beforeAll(async () => {
    installCatalogues({ strict: true });
    test = await createTestDatabase('record');
    await test.setClock('2027-03-12T01:00:00Z');
    sessionId = (await saveSession(test)).id;
    [kr, jp, owner] = await Promise.all([
      demoActor(test, 'secretariat.kr'),
      demoActor(test, 'secretariat.jp'),
      demoActor(test, 'official.jp'),
    ]);
    sink = await openSmtpSink();
    worker = await startTestWorker(test, { smtpUrl: sink.url });
  });
  afterAll(async () => {
    await worker.close();
    await sink.close();
    await test.close();
  });
  beforeEach(async () => {
    await test.setClock('2027-03-12T01:00:00Z');
    await test.admin(`update forum.reminder set state = 'cancelled', lease_until = null where state <> 'sent'`);
    sink.handedOver.length = 0;
    sink.delivered.length = 0;
    sink.decide = () => 'accept';
  });

  const record = async (due = '2027-05-06', ownerPostId = postOf(owner)): Promise<string> => {
    const input = {
      sessionId,
      title: '봄철 측정 결과 교환',
      lang: 'ko' as const,
      ownerPostId,
      due,
      texts: { ja: '春季の測定結果の交換' },
    };
    const id = (await new RecordAction(test.database).run(kr, input))[0] ?? '';
    // Whom an overdue item rises to is told in planning-actions.int-spec.ts; here it is the owner who is told.
    await test.admin(`delete from forum.reminder where subject_id = $1 and rule = 'action-item-overdue'`, [id]);
    return id;
  };
  const rows = (actionId: string): Promise<Row[]> =>
    test.admin<Row>(
      `select * from forum.reminder where subject_id = $1 and rule = 'action-item' order by rule_date, offset_days`,
      [actionId],
    );
  const states = async (actionId: string) => (await rows(actionId)).map((row) => [row.offset_days, row.state]);
  const settled = (actionId: string, state: string): Promise<Row[]> =>
    until(
      () => test.admin<Row>(`select * from forum.reminder where subject_id = $1 and state = $2`, [actionId, state]),
      (found) => found.length > 0,
    );

  it('are planned with the action, in the zone and on the working days of its owner', async () => {
    const id = await record();
    const planned = await rows(id);
    expect(planned.map((row) => [row.offset_days, row.due_at.toISOString(), row.state, row.audience])).toEqual([
      [-14, '2027-04-22T00:30:00.000Z', 'planned', 'jp'],
      [-7, '2027-04-28T00:30:00.000Z', 'planned', 'jp'],
      [-1, '2027-04-30T00:30:00.000Z', 'planned', 'jp'],
      [0, '2027-05-06T00:30:00.000Z', 'planned', 'jp'],
      [1, '2027-05-07T00:30:00.000Z', 'planned', 'jp'],
      [7, '2027-05-13T00:30:00.000Z', 'planned', 'jp'],
    ]);
  });

  it('belong to the reader’s side alone, though the other side caused them', async () => {
    const id = await record();
    const filter = { subject: { type: 'action_item', id }, order: 'earliest', limit: 50 } as const;
    expect((await listReminders(test.database.reader(jp), filter)).items).toHaveLength(6);
    expect((await listReminders(test.database.reader(kr), filter)).items).toHaveLength(0);
    await expect(test.database.reader(kr).query(`update forum.reminder set state = 'sent'`)).rejects.toThrow(
      'permission denied',
    );
  });

  it('of days that are past are left out, never sent at once', async () => {
    await test.setClock('2027-04-29T01:00:00Z');
    expect(await states(await record())).toEqual([
      [-1, 'planned'],
      [0, 'planned'],
      [1, 'planned'],
      [7, 'planned'],
    ]);
  });

  it('follow the due date, and come back when the work is returned', async () => {
    const id = await record();
    await new ExtendDue(test.database).run(jp, { id, version: 1, due: '2027-06-10', reason: '測定日程の変更' });
    const moved = await test.admin<{ day: string; state: string; count: number }>(
      `select rule_date as day, state, count(*)::int as count from forum.reminder where subject_id = $1 and rule = 'action-item' group by 1, 2 order by 1`,
      [id],
    );
    expect(moved).toEqual([
      { day: '2027-05-06', state: 'cancelled', count: 6 },
      { day: '2027-06-10', state: 'planned', count: 6 },
    ]);
    const claimed = { id, version: 2, evidence: { kind: 'note', text: '結果を送付済み' } } as const;
    await new ReportDone(test.database).run(owner, claimed);
    expect(new Set((await rows(id)).map((row) => row.state))).toEqual(new Set(['cancelled']));
    await new ReturnDone(test.database).run(kr, { id, version: 3, reason: '일부 자료가 빠져 있습니다.' });
    expect((await rows(id)).filter((row) => row.state === 'planned')).toHaveLength(6);
  });

  it('arrive at the hour, in the reader’s language, with the link and without a word of the other side’s', async () => {
    const id = await record();
    await test.setClock('2027-05-06T00:29:50Z');
    expect(await worker.tick()).toBe(0);
    await test.setClock('2027-05-06T00:30:00Z');
    expect(await worker.tick()).toBe(1);
    const [row] = await settled(id, 'sent');
    expect(row).toMatchObject({
      offset_days: 0,
      attempt: 1,
      language: 'ja',
      sent_to: 'official.jp@forum.example',
      last_error_code: null,
    });
    const email = sink.delivered[0]?.email;
    expect(email?.subject).toMatch(/^【期限のお知らせ】\S+ 春季の測定結果の交換\(本日期限\)$/);
    expect(email?.text).toContain('本日令和9年5月6日(木)が期限です');
    expect(email?.text).toContain(`http://localhost:3000/actions/${id}?lang=ja`);
    expect(email?.text).toContain('日韓の会議管理システム');
    expect(`${email?.subject ?? ''}${email?.text ?? ''}${email?.html ?? ''}`).not.toMatch(/\p{Script=Hangul}/u);
    expect(email?.html).toContain('<html lang="ja">');
    expect(email?.messageId).toBe(row?.message_id);
    expect(await listMails(test.database.reader(jp), 5)).toMatchObject([
      { to: 'official.jp@forum.example', language: 'ja', href: expect.stringContaining(id) },
    ]);
    expect(await listMails(test.database.reader(kr), 5)).toEqual([]);
  });

  it('speak the language the reader has now, and mark a title that is not in it', async () => {
    await test.admin(`update forum.user_account set language = 'en' where email = 'official.jp@forum.example'`);
    const id = await record();
    await test.setClock('2027-05-06T00:30:00Z');
    await worker.tick();
    await settled(id, 'sent');
    await test.admin(`update forum.user_account set language = 'ja' where email = 'official.jp@forum.example'`);
    const email = sink.delivered[0]?.email;
    expect(email?.subject).toMatch(/^Reminder: \S+ \(due today\)$/);
    expect(email?.text).toContain('due today, 6 May 2027 (Thu.)');
    expect(email?.text).toContain('Japan–Korea dialogue');
    expect(email?.html).toMatch(/<span lang="(ko|ja)"/);
  });

  it('that a job carries twice are told once', async () => {
    const id = await record();
    await test.setClock('2027-05-06T00:30:00Z');
    await worker.tick();
    const [row] = await settled(id, 'sent');
    const carried = { carriedId: row?.id ?? '', attempt: 0 };
    await Promise.all([worker.deliver.run(carried), worker.deliver.run({ ...carried, attempt: 1 })]);
    expect(sink.handedOver).toHaveLength(1);
  });

  it('that two workers take at the same moment are told once', async () => {
    const id = await record();
    await test.admin(
      `update forum.reminder set state = 'queued', lease_until = forum.now() + interval '1 minute' where subject_id = $1 and offset_days = 0`,
      [id],
    );
    const [row] = (await rows(id)).filter((one) => one.offset_days === 0);
    const carried = { carriedId: row?.id ?? '', attempt: 0 };
    await Promise.all([worker.deliver.run(carried), worker.deliver.run(carried), worker.deliver.run(carried)]);
    expect(sink.handedOver).toHaveLength(1);
  });

  it('wait for the working hours of their reader', async () => {
    const id = await record();
    await test.setClock('2027-05-06T08:00:00Z');
    expect(await worker.tick()).toBe(0);
    await test.setClock('2027-05-07T00:30:00Z');
    expect(await worker.tick()).toBe(1);
    await settled(id, 'sent');
  });

  it('after an outage of days come as one for each object (case 13)', async () => {
    const id = await record();
    await test.setClock('2027-05-07T01:00:00Z');
    expect(await worker.tick()).toBe(1);
    await settled(id, 'sent');
    expect(await states(id)).toEqual([
      [-14, 'cancelled'],
      [-7, 'cancelled'],
      [-1, 'cancelled'],
      [0, 'cancelled'],
      [1, 'sent'],
      [7, 'planned'],
    ]);
    expect(sink.delivered).toHaveLength(1);
    expect(sink.delivered[0]?.email.subject).toContain('期限超過1日');
  });

  it('are not sent when what they tell of is gone by the time they leave', async () => {
    const id = await record();
    await test.admin(`update forum.action_item set due = '2027-05-20' where id = $1`, [id]);
    await test.setClock('2027-05-06T00:30:00Z');
    await worker.tick();
    const onTheDay = async () => (await rows(id)).filter((row) => row.offset_days === 0);
    const [row] = await until(onTheDay, ([found]) => found?.state === 'cancelled');
    expect(row?.last_error_code).toBe('reminders.causeMoved');
    expect(sink.handedOver).toHaveLength(0);
  });

  it('to a post nobody holds are shown as failed', async () => {
    const id = await record();
    await test.admin(`update forum.post_holder set held_to = '2027-04-01' where post_id = $1`, [postOf(owner)]);
    await test.setClock('2027-05-06T00:30:00Z');
    await worker.tick();
    const [row] = await settled(id, 'failed');
    await test.admin(`update forum.post_holder set held_to = null where post_id = $1`, [postOf(owner)]);
    expect(row?.last_error_code).toBe('reminders.postVacant');
  });

  it('refused for good are shown as failed and not tried again', async () => {
    sink.decide = () => 'refuse';
    const id = await record();
    await test.setClock('2027-05-06T00:30:00Z');
    await worker.tick();
    const [row] = await settled(id, 'failed');
    expect(row?.last_error_code).toBe('mail.refused');
    await test.setClock('2027-05-06T03:00:00Z');
    expect(await worker.tick()).toBe(0);
  });

  it('put off for now are tried again later', async () => {
    sink.decide = () => (sink.handedOver.length === 1 ? 'defer' : 'accept');
    const id = await record();
    await test.setClock('2027-05-06T00:30:00Z');
    await worker.tick();
    await until(
      () => rows(id),
      (found) => found.some((row) => row.last_error_code === 'mail.deferred'),
    );
    expect(await worker.tick()).toBe(0);
    await test.setClock('2027-05-06T00:31:00Z');
    expect(await worker.tick()).toBe(1);
    const [row] = await settled(id, 'sent');
    expect(row).toMatchObject({ attempt: 2, last_error_code: null });
  });

  it('of news go to who is secretariat when mail leaves, and not to who was when it happened', async () => {
    const officials = [postOf(jp), postOf(owner)];
    const hold = (post: string | undefined, user: Actor) =>
      test.admin(`update forum.post_holder set user_id = $2 where post_id = $1`, [post, user.userId]);
    const told = (subjectId: string) =>
      test.admin<{ post: string; state: string; code: string | null; to: string | null; late: boolean }>(
        `select recipient_post_id as post, state, last_error_code as code, sent_to as "to", late
           from forum.reminder where subject_id = $1 and rule = 'proposal-opened' and recipient_side = 'jp' order by created_at, state`,
        [subjectId],
      );
    // At night; in the morning another post is the secretariat, and this one is held by somebody else.
    await test.setClock('2027-03-15T13:00:00Z');
    const session = await new CreateSession(test.database).run(kr, {
      channelId: (await saveSession(test)).channelId,
      terms: {
        ...{ startDate: '2027-09-08', endDate: null, startsAt: null, endsAt: null, zone: 'Asia/Seoul', country: 'KR' },
        ...{ place: historicText({ ko: '서울', ja: 'ソウル', en: 'Seoul' }, 'ko'), format: 'in_person', level: 'dg' },
        ...{ hostSide: 'kr', marginsOfSessionId: null, marginsOfText: null, sameHostAgain: true },
      },
    });
    await new ProposeSession(test.database).run(kr, { sessionId: session, version: 1, reason: '정례 회의' });
    const [open] = await openProposalsOf(test.database.reader(kr), 'session', session);
    const proposal = open?.id ?? '';
    expect(await told(proposal)).toMatchObject([{ post: officials[0], state: 'planned' }]);
    await hold(officials[0], owner);
    await hold(officials[1], jp);
    await test.setClock('2027-03-16T00:30:00Z');
    expect(await worker.tick()).toBeGreaterThan(0);
    const seen = await until(
      () => told(proposal),
      (found) => found.some(({ state }) => state === 'sent'),
    );
    expect(seen).toHaveLength(2);
    expect(seen).toEqual(
      expect.arrayContaining([
        { post: officials[0], state: 'cancelled', code: 'reminders.readerMoved', to: null, late: false },
        { post: officials[1], state: 'sent', code: null, to: 'secretariat.jp@forum.example', late: false },
      ]),
    );
    expect(sink.delivered.filter(({ email }) => email.text?.includes(`/sessions/${session}`))).toHaveLength(1);

    // What found its post vacant follows as well, as soon as there is a secretariat again.
    await test.admin(
      `update forum.reminder set state = 'failed', last_error_code = 'reminders.postVacant', sent_to = null, sent_at = null
        where subject_id = $1 and recipient_post_id = $2`,
      [proposal, officials[1]],
    );
    await hold(officials[0], jp);
    await hold(officials[1], owner);
    await test.admin(`delete from forum.sent_mail where user_id = $1`, [jp.userId]);
    const due = await record('2027-03-16');
    await test.admin(`update forum.reminder set due_at = forum.now() where rule = 'action-item' and state = 'planned'`);
    await worker.tick();
    const back = await until(
      () => told(proposal),
      (found) => found.some(({ post, state }) => post === officials[0] && state === 'sent'),
    );
    expect(back.find(({ post }) => post === officials[1])).toMatchObject({ state: 'cancelled' });
    await settled(due, 'sent');
  });

  it('of which the relay’s answer was lost stay in doubt and are told once', async () => {
    sink.decide = () => (sink.handedOver.length === 1 ? 'cut' : 'accept');
    const id = await record();
    await test.setClock('2027-05-06T00:30:00Z');
    await worker.tick();
    await settled(id, 'in_doubt');
    await test.setClock('2027-05-06T00:31:00Z');
    await worker.tick();
    await settled(id, 'sent');
    expect(sink.handedOver).toHaveLength(2);
    expect(sink.delivered).toHaveLength(1);
  });
});
