import { newId, type Language, type Side } from '#core/kernel';
import type {
  DeskDaysView,
  DeskPostView,
  DeskReplansView,
  DeskSummaryView,
} from '../../apps/api/src/reminders/desk.dto.js';
import type { InboxMailDetailView, InboxView } from '../../apps/api/src/reminders/inbox.dto.js';
import type { DeskReminderView, ReminderListView } from '../../apps/api/src/reminders/reminders.dto.js';
import { demoActor } from '../support/actors.js';
import { findCause } from '../../libs/forum/reminders/queries/cause.js';
import { answered, createTestApp, type TestApp } from '../support/app.js';
import { postOf, saveSession } from '../support/factories/action-items.js';

interface ReminderOver {
  readonly name: string;
  readonly state: string;
  readonly side?: Side;
  readonly offset?: number;
  readonly dueAt?: string;
  readonly digestId?: string;
  readonly code?: string;
  readonly answer?: string;
  readonly doubted?: boolean;
}

describe('the inbox and the desk of a side', () => {
  let test: TestApp;
  let sessionId: string;
  const posts = new Map<string, string>();
  const users = new Map<string, string>();

  beforeAll(async () => {
    test = await createTestApp('record');
    await test.setClock('2027-03-12T10:00:00+09:00');
    sessionId = (await saveSession(test, { state: 'preparing', startDate: '2027-04-21' })).id;
    for (const name of ['secretariat.kr', 'official.kr', 'secretariat.jp', 'official.jp']) {
      const actor = await demoActor(test, name);
      posts.set(name, postOf(actor));
      users.set(name, actor.userId);
    }
  });
  afterAll(() => test.close());

  /** A reminder of the session, as carrying left it. */
  const save = async (over: ReminderOver): Promise<string> => {
    const { name, state, offset = -1, dueAt = '2027-03-12T00:30:00Z', digestId = null } = over;
    const side = name.slice(-2);
    const id = newId();
    const row = {
      id,
      subject_type: 'session',
      subject_id: sessionId,
      rule: 'minutes_agreed',
      offset_days: offset,
      recipient_post_id: posts.get(name),
      recipient_side: side,
      rule_date: '2027-05-06',
      occurrence: 0,
      due_at: dueAt,
      zone: side === 'kr' ? 'Asia/Seoul' : 'Asia/Tokyo',
      cause: 'c',
      audience: side,
      state,
      attempt: 1,
      message_id: `<${id}@forum.example>`,
      digest_id: digestId,
      delivery: digestId === null ? 'single' : 'digest',
      last_error_code: over.code ?? null,
      relay_answer: over.answer ?? null,
      doubted_at: over.doubted === true || state === 'in_doubt' ? dueAt : null,
      sent_at: state === 'sent' ? dueAt : null,
      sent_to: `${name}@forum.example`,
      language: 'ko',
      late: false,
      resent: 0,
      created_at: dueAt,
    };
    const columns = Object.keys(row).join(', ');
    await test.admin(
      `insert into forum.reminder (${columns}) select ${columns} from jsonb_populate_record(null::forum.reminder, $1)`,
      [row],
    );
    return id;
  };
  const mail = async (name: string, carriedId: string, sentAt: string, language: Language = 'ko'): Promise<string> => {
    const id = newId();
    await test.admin(
      `insert into forum.sent_mail (id, carried_id, reminder_id, user_id, recipient, language, subject, text, html, sent_at, audience)
       select $1, $2, r.id, $3, $4, $5, '기한 안내', '본문', '<p>본문</p>', $6, $7
         from (select 1) one left join forum.reminder r on r.id = $2`,
      [id, carriedId, users.get(name), `${name}@forum.example`, language, sentAt, name.slice(-2)],
    );
    return id;
  };
  const stateOf = (id: string) =>
    test.admin<Record<string, unknown>>(
      `select state, attempt, resent, message_id as "messageId", digest_id as "digestId", last_error_code as code, doubted_at as "doubtedAt",
              sent_at as "sentAt", lease_until <= forum.now() as leased, due_at > forum.now() - interval '1 minute' as now
         from forum.reminder where id = $1`,
      [id],
    );
  const find = async (name: string, id: string): Promise<DeskReminderView | undefined> => {
    const list = await answered<ReminderListView>((await test.as(name)).get('reminders?limit=200'));
    return list.items.find((item) => item.id === id);
  };
  const act = async (name: string, id: string, action: string, etag?: string) => {
    const seen = etag ?? (await find('secretariat.kr', id))?.etag ?? '"1"';
    return (await test.as(name)).post(`reminders/${id}/${action}`, { etag: seen });
  };
  const auditOf = (event: string) =>
    test.admin<{ params: { reminderIds: string[] }; audience: string }>(
      `select params, audience from forum.audit_entry where event = $1 order by at, id`,
      [event],
    );

  it('shows the reader their own mails page by page, counts the unread ones, and marks what they have read', async () => {
    const official = await test.as('official.kr');
    const carried = [newId(), newId(), newId()];
    const sent: string[] = [];
    for (const [index, id] of carried.entries())
      sent.push(await mail('official.kr', id, `2027-03-1${String(index)}T00:30:00.123456Z`));
    const theirs = await mail('official.jp', newId(), '2027-03-11T00:30:00Z', 'ja');
    const colleague = await mail('secretariat.kr', newId(), '2027-03-11T00:30:00Z');

    const first = await answered<InboxView>(official.get('inbox?limit=2'));
    expect(first).toMatchObject({ unread: 3, hasMore: true, items: [{ id: sent[2], read: false }, { id: sent[1] }] });
    const rest = await answered<InboxView>(official.get(`inbox?limit=2&cursor=${first.nextCursor ?? ''}`));
    expect(rest).toMatchObject({ hasMore: false, nextCursor: null, items: [{ id: sent[0] }] });

    // Reading changes nothing by itself (asvs 3.5.3); a mark does, and only of one's own.
    const opened = await answered<InboxMailDetailView>(official.get(`inbox/${sent[2] ?? ''}`));
    expect(opened).toMatchObject({
      text: '본문',
      to: 'official.kr@forum.example',
      language: 'ko',
      read: false,
      about: [],
    });
    expect(await answered(official.get('inbox/unread'))).toEqual({ unread: 3 });
    const marks = { read: true, ids: [sent[2], theirs, colleague] };
    expect(await answered(official.post('inbox/marks', { body: marks }))).toEqual({ unread: 2 });
    expect(
      await answered(official.post('inbox/marks', { body: { read: true, until: '2027-03-10T12:00:00Z' } })),
    ).toEqual({ unread: 1 });
    expect((await answered<InboxView>(official.get('inbox?show=unread'))).items).toMatchObject([{ id: sent[1] }]);
    expect(await answered(official.post('inbox/marks', { body: { read: false, ids: sent } }))).toEqual({ unread: 3 });
    for (const id of [theirs, colleague])
      expect(await test.admin(`select read_at from forum.sent_mail where id = $1`, [id])).toEqual([{ read_at: null }]);

    // A colleague's and the other side's mail answer like one that is not there, in the reader's words.
    const missing = await official.get(`inbox/${newId()}`);
    for (const id of [theirs, colleague]) {
      const answer = await official.get(`inbox/${id}`, { language: 'ja' });
      expect(answer.statusCode).toBe(missing.statusCode);
      expect(answer.json()).toMatchObject({
        code: 'reminders.mailNotFound',
        detail: expect.stringContaining('メール'),
      });
    }
    expect((await official.post('inbox/marks', { body: { read: true } })).json()).toMatchObject({
      code: 'reminders.mailsMissing',
    });
    expect((await official.post('inbox/marks', { body: { read: true, ids: ['x'] } })).statusCode).toBe(400);
    for (const name of ['observer', 'company.kr', 'interpreter', 'admin']) {
      const client = await test.as(name);
      expect(await answered(client.post('inbox/marks', { body: { read: true, ids: sent } }))).toEqual({ unread: 0 });
      expect(await answered<InboxView>(client.get('inbox'))).toMatchObject({ items: [], unread: 0 });
    }
  });

  it('sends a refused mail again with all it carries, once, and keeps the trace of it', async () => {
    const digestId = newId();
    const refused = {
      name: 'official.kr',
      state: 'failed',
      code: 'mail.refused',
      answer: '550 5.1.1 no such user',
      digestId,
    } as const;
    const [one, two] = [await save({ ...refused, offset: -7 }), await save({ ...refused, offset: -3 })];
    const other = await save({ ...refused, digestId: newId(), offset: -2 });

    const seen = await find('secretariat.kr', one);
    expect(seen).toMatchObject({
      state: 'failed',
      reason: 'mail.refused',
      relayAnswer: '550 5.1.1 no such user',
      sentTo: 'official.kr@forum.example',
      delivery: 'digest',
      carriedId: digestId,
      allowedActions: [{ action: 'retry', allowed: true, reason: null }],
    });
    // Colleagues see that it failed; the address and the answer are the secretariat's, and so is the act.
    expect(await find('head.kr', one)).toMatchObject({
      sentTo: null,
      relayAnswer: null,
      allowedActions: [{ action: 'retry', allowed: false, reason: 'common.forbidden' }],
    });
    expect((await act('head.kr', one, 'retry')).statusCode).toBe(403);
    expect((await act('secretariat.kr', one, 'retry', '"7"')).statusCode).toBe(412);
    expect((await (await test.as('secretariat.kr')).post(`reminders/${one}/retry`)).statusCode).toBe(428);
    expect((await act('secretariat.kr', one, 'resend')).json()).toMatchObject({ code: 'common.wrongState' });
    expect(await auditOf('reminders.retried')).toEqual([]);

    const answer = await act('secretariat.kr', one, 'retry');
    expect(answer.json()).toMatchObject({ id: one, state: 'planned', reason: null, allowedActions: [] });
    for (const id of [one, two])
      expect(await stateOf(id)).toMatchObject([
        {
          state: 'planned',
          attempt: 1,
          resent: 0,
          digestId,
          messageId: `<${id}@forum.example>`,
          now: false,
          code: null,
        },
      ]);
    expect(await stateOf(other)).toMatchObject([{ state: 'failed' }]);
    expect((await act('secretariat.kr', one, 'retry')).statusCode).toBe(409);
    const audit = await auditOf('reminders.retried');
    expect(audit).toMatchObject([{ audience: 'kr' }]);
    expect([...(audit[0]?.params.reminderIds ?? [])].sort()).toEqual([one, two].sort());
    await test.admin(`update forum.reminder set state = 'cancelled' where id = any ($1)`, [[one, two, other]]);
  });

  it('answers the other side about a reminder as about none, whatever is asked', async () => {
    const [ours, theirs] = [
      await save({ name: 'official.kr', state: 'failed', offset: 4 }),
      await save({ name: 'official.jp', state: 'failed', offset: 4 }),
    ];
    for (const action of ['retry', 'arrived', 'send-again', 'resend'])
      for (const language of ['ko', 'ja', 'en'] as const) {
        const client = await test.as('secretariat.jp');
        const [hidden, missing] = await Promise.all(
          [ours, newId()].map((id) => client.post(`reminders/${id}/${action}`, { etag: '"1"', language })),
        );
        const told = (body: unknown) => JSON.stringify({ ...(body as object), requestId: '', instance: '' });
        expect(hidden?.statusCode).toBe(404);
        expect(told(hidden?.json())).toBe(told(missing?.json()));
      }
    expect(await stateOf(ours)).toMatchObject([{ state: 'failed' }]);
    for (const name of ['admin', 'observer', 'auditor', 'company.kr'])
      expect((await (await test.as(name)).post(`reminders/${ours}/retry`, { etag: '"1"' })).statusCode).toBe(404);

    // All failed ones of one side leave again with the day they had; the other side's stay, and what has been told since or cannot be.
    const left = [
      await save({ name: 'secretariat.kr', state: 'failed', offset: 4, dueAt: '2027-03-10T00:30:00Z' }),
      await save({
        name: 'secretariat.kr',
        state: 'failed',
        offset: 7,
        code: 'reminders.postVacant',
        dueAt: '2027-03-11T23:30:00Z',
      }),
    ];
    const since = await save({ name: 'secretariat.kr', state: 'sent', offset: 5, dueAt: '2027-03-11T00:30:00Z' });
    const korea = await test.as('secretariat.kr');
    expect(await answered<DeskSummaryView>(korea.get('reminders/summary'))).toMatchObject({
      failed: 3,
      allowedActions: [{ allowed: true }],
    });
    expect((await (await test.as('official.kr')).post('reminders/retry-failed')).statusCode).toBe(403);
    expect(await answered(korea.post('reminders/retry-failed'))).toEqual({ retried: 1 });
    expect(await answered(korea.post('reminders/retry-failed'))).toEqual({ retried: 0 });
    expect(await stateOf(ours)).toMatchObject([{ state: 'planned', now: false }]);
    for (const id of [theirs, ...left]) expect(await stateOf(id)).toMatchObject([{ state: 'failed' }]);
    expect((await auditOf('reminders.retried')).at(-1)).toMatchObject({
      audience: 'kr',
      params: { reminderIds: [ours] },
    });
    await test.admin(`update forum.reminder set state = 'cancelled' where id = any ($1)`, [
      [ours, theirs, since, ...left],
    ]);
  });

  it('lets the secretariat say that a mail in doubt has arrived, or send it again under its own Message-ID', async () => {
    const arrived = await save({ name: 'official.kr', state: 'in_doubt', offset: 10, answer: 'timeout' });
    const again = await save({ name: 'official.kr', state: 'in_doubt', offset: 11 });
    await test.admin(`update forum.reminder set doubted_user_id = $2 where id = $1`, [
      arrived,
      users.get('official.kr'),
    ]);
    const words = newId();
    await test.admin(
      `insert into forum.mail_in_doubt (id, message_id, user_id, recipient, language, subject, text, html, late, sent_at, audience)
       values ($1, $2, $3, 'official.kr@forum.example', 'ja', '期限のお知らせ', '本文', '<p>本文</p>', false, '2027-03-12T00:31:00Z', 'kr')`,
      [words, `<${arrived}@forum.example>`, users.get('official.kr')],
    );
    // Who may have it is shown before anybody says so; its words are not.
    expect(await find('secretariat.kr', arrived)).toMatchObject({
      sentTo: 'official.kr@forum.example',
      language: 'ko',
      mailed: null,
    });
    const reader = await test.as('official.kr');
    expect((await reader.get(`inbox/${words}`)).statusCode).toBe(404);
    expect((await find('secretariat.kr', arrived))?.allowedActions.map(({ action }) => action)).toEqual([
      'arrived',
      'send-again',
    ]);
    expect((await act('secretariat.kr', arrived, 'arrived')).json()).toMatchObject({
      state: 'sent',
      sentAt: '2027-03-12T00:31:00.000Z',
      doubtedAt: '2027-03-12T00:30:00.000Z',
      sentTo: 'official.kr@forum.example',
      language: 'ja',
      mailed: true,
      allowedActions: [{ action: 'resend', allowed: true }],
    });
    expect(await answered(reader.get(`inbox/${words}`))).toMatchObject({ text: '本文', read: false, reminders: 1 });
    expect((await act('secretariat.kr', again, 'send-again')).json()).toMatchObject({
      state: 'in_doubt',
      reason: 'reminders.released',
    });
    expect(await stateOf(again)).toMatchObject([{ leased: true, resent: 0, messageId: `<${again}@forum.example>` }]);
    expect(await auditOf('reminders.arrived')).toMatchObject([{ params: { reminderIds: [arrived] } }]);
    expect(await auditOf('reminders.released')).toMatchObject([{ params: { reminderIds: [again] } }]);
    const doubted = await answered<ReminderListView>(
      (await test.as('secretariat.kr')).get('reminders?mark=doubted&order=latest'),
    );
    expect(doubted.items.map((item) => item.id).sort()).toEqual([arrived, again].sort());
    await test.admin(`update forum.reminder set state = 'cancelled' where id = any ($1)`, [[arrived, again]]);
  });

  it('tells something once more on purpose: another Message-ID, and the mail that went out stays in the inbox', async () => {
    const id = await save({ name: 'official.kr', state: 'sent', offset: -1, doubted: true });
    // Of what has come to its end nothing is left to tell, whatever is pressed.
    for (const [language, words] of [
      ['ko', '다시 보낼 수 없습니다'],
      ['ja', '再送できません'],
      ['en', 'cannot be sent again'],
    ] as const) {
      const etag = (await find('secretariat.kr', id))?.etag ?? '';
      const refused = await (await test.as('secretariat.kr')).post(`reminders/${id}/resend`, { etag, language });
      expect(refused.statusCode).toBe(409);
      expect(refused.json()).toMatchObject({
        code: 'reminders.nothingLeftToTell',
        detail: expect.stringContaining(words),
      });
    }
    expect(await stateOf(id)).toMatchObject([{ state: 'sent', resent: 0 }]);
    const cause = await findCause(test.database.readAs('forum_kr'), {
      subjectType: 'session',
      subjectId: sessionId,
      recipientSide: 'kr',
      recipientPostId: posts.get('official.kr') ?? '',
      rule: 'minutes_agreed',
      offsetDays: -1,
    });
    await test.admin(`update forum.reminder set cause = $2 where id = $1`, [id, cause?.fingerprint]);
    const kept = await mail('official.kr', id, '2027-03-12T00:30:00Z');
    const shown = await find('secretariat.kr', id);
    expect(shown).toMatchObject({ mailed: true, language: 'ko', late: false });
    const answers = await Promise.all([
      act('secretariat.kr', id, 'resend', shown?.etag),
      act('secretariat.kr', id, 'resend', shown?.etag),
    ]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
    expect(await stateOf(id)).toMatchObject([
      { state: 'planned', resent: 1, messageId: null, doubtedAt: new Date('2027-03-12T00:30:00Z'), now: true },
    ]);
    expect(await find('secretariat.kr', id)).toMatchObject({ state: 'planned', mailed: null });
    expect(
      await test.admin(`select reminder_id = $2 as of, carried_id = $2 as carried from forum.sent_mail where id = $1`, [
        kept,
        id,
      ]),
    ).toEqual([{ of: true, carried: false }]);
    expect(await answered((await test.as('official.kr')).get(`inbox/${kept}`))).toMatchObject({
      id: kept,
      reminders: 0,
    });
    expect(await auditOf('reminders.resent')).toMatchObject([{ params: { reminderIds: [id] } }]);
    // A try that fails, then a cause that moves: it was told, and to whom.
    await test.admin(
      `update forum.reminder set state = 'planned', sent_at = null, sent_to = null, language = null where id = $1`,
      [id],
    );
    await test.admin(
      `update forum.reminder set state = 'cancelled', last_error_code = 'reminders.causeMoved' where id = $1`,
      [id],
    );
    expect(await find('secretariat.kr', id)).toMatchObject({
      state: 'sent',
      sentTo: 'official.kr@forum.example',
      language: 'ko',
      sentAt: '2027-03-12T00:30:00.000Z',
      doubtedAt: '2027-03-12T00:30:00.000Z',
      mailed: true,
      resent: 1,
    });
    expect(await answered((await test.as('official.kr')).get(`inbox/${kept}`))).toMatchObject({ reminders: 1 });
  });

  it('gives one side’s role nothing of the other side, whichever side and person the functions are told', async () => {
    const id = await save({ name: 'official.jp', state: 'failed', offset: 60 });
    const kept = await mail('official.jp', newId(), '2027-03-12T00:30:00Z', 'ja');
    const acting = (name: string) => demoActor(test, name);
    const tried = async (name: string): Promise<unknown[]> =>
      test.database.runInTx(await acting(name), async (tx) => {
        const locked = await tx.query<{ id: string }>(`select id from forum.lock_reminders('jp', $1)`, [[id]]);
        await tx.query(`select forum.mend_reminders('jp', 'retry', $1, $2)`, [[id], newId()]);
        await tx.query(`select forum.mark_mails($1, $2, null, true)`, [users.get('official.jp'), [kept]]);
        return locked;
      });
    const left = () =>
      test.admin(
        `select r.state, m.read_at is null as unread from forum.reminder r, forum.sent_mail m where r.id = $1 and m.id = $2`,
        [id, kept],
      );
    expect(await tried('secretariat.kr')).toEqual([]);
    expect(await left()).toEqual([{ state: 'failed', unread: true }]);
    expect(await tried('secretariat.jp')).toEqual([{ id }]);
    expect(await left()).toEqual([{ state: 'planned', unread: false }]);
    await test.admin(`update forum.reminder set state = 'cancelled' where id = $1`, [id]);
  });

  it('draws the days of the own side with their mails, and lists one day, one post', async () => {
    const korea = await test.as('secretariat.kr');
    const at = (day: string) => `2027-04-${day}T00:30:00Z`;
    for (const [offset, day] of [
      [30, '12'],
      [31, '12'],
      [32, '13'],
    ] as const)
      await save({ name: 'official.kr', state: 'planned', offset, dueAt: at(day) });
    await test.admin(`update forum.reminder set delivery = 'digest' where offset_days in (30, 31)`);
    await save({ name: 'official.jp', state: 'planned', offset: 33, dueAt: at('12') });
    const days = await answered<DeskDaysView>(korea.get('reminders/days?from=2027-04-10&to=2027-04-13'));
    const none = { planned: 0, mails: 0, sent: 0, failed: 0, inDoubt: 0 };
    expect(days).toEqual({
      today: '2027-03-12',
      items: [
        { ...none, date: '2027-04-10', working: false },
        { ...none, date: '2027-04-11', working: false },
        { ...none, date: '2027-04-12', working: true, planned: 2, mails: 1 },
        { ...none, date: '2027-04-13', working: true, planned: 1, mails: 1 },
      ],
    });
    expect((await korea.get('reminders/days?from=2027-04-13&to=2027-04-10')).statusCode).toBe(422);
    expect((await korea.get('reminders/days?from=2027-04-13')).statusCode).toBe(400);
    const one = await answered<ReminderListView>(korea.get('reminders?from=2027-04-12&to=2027-04-12&state=planned'));
    expect(one.items).toHaveLength(2);
    const post = posts.get('official.kr') ?? '';
    const first = await answered<ReminderListView>(korea.get(`reminders?post=${post}&from=2027-04-12&limit=2`));
    const rest = await answered<ReminderListView>(
      korea.get(`reminders?post=${post}&from=2027-04-12&limit=2&cursor=${first.nextCursor ?? ''}`),
    );
    expect([...first.items, ...rest.items].map((item) => item.offsetDays)).toEqual([30, 31, 32]);
    for (const name of ['admin', 'observer', 'company.kr']) {
      const client = await test.as(name);
      const shown = await answered<DeskDaysView>(client.get('reminders/days?from=2027-04-10&to=2027-04-13'));
      expect(shown.items.reduce((sum, day) => sum + day.planned + day.sent, 0)).toBe(0);
    }
  });

  it('tells how far the planning anew in the background is, of both sides’ matters and the own', async () => {
    const replan = (audience: string, done: number) =>
      test.admin(
        `insert into forum.reminder_replan (id, cause, from_day, to_day, total, done, audience, requested_at, started_at)
         values ($1, 'holidays', '2027-07-19', '2027-07-19', 12, $2, $3, forum.now(), forum.now())`,
        [newId(), done, audience],
      );
    await Promise.all([replan('joint', 5), replan('kr', 6), replan('jp', 7)]);
    for (const [name, shown] of [
      ['secretariat.kr', [5, 6]],
      ['secretariat.jp', [5, 7]],
    ] as const) {
      const { items } = await answered<DeskReplansView>((await test.as(name)).get('reminders/replans'));
      expect(items.map(({ done }) => done).sort()).toEqual(shown);
      expect(items[0]).toMatchObject({
        cause: 'holidays',
        from: '2027-07-19',
        to: '2027-07-19',
        total: 12,
        finishedAt: null,
      });
    }
  });

  it('has a card for each post of the own side: holder, language, the state of its address, and nothing of the other side', async () => {
    const korea = await test.as('secretariat.kr');
    const [own = '', theirs = ''] = ['official.kr', 'official.jp'].map((name) => posts.get(name));
    await save({
      name: 'official.kr',
      state: 'failed',
      offset: 40,
      code: 'mail.refused',
      answer: '550 no such user',
      dueAt: '2027-03-12T00:40:00Z',
    });
    const card = await answered<DeskPostView>(korea.get(`reminders/post?post=${own}`));
    expect(card).toMatchObject({
      post: { id: own, side: 'kr' },
      address: 'refused',
      holder: { email: 'official.kr@forum.example', language: 'ko', dayMail: true },
      refused: { code: 'mail.refused', answer: '550 no such user', dueAt: '2027-03-12T00:40:00.000Z' },
      failed: 1,
    });
    // What was put into the inbox alone tells nothing of the address.
    const inbox = await save({ name: 'official.kr', state: 'sent', offset: 42, dueAt: '2027-03-12T00:55:00Z' });
    const kept = await mail('official.kr', inbox, '2027-03-12T00:55:00Z');
    await test.admin(`update forum.sent_mail set mailed = false where id = $1`, [kept]);
    const still = await answered<DeskPostView>(korea.get(`reminders/post?post=${own}`));
    expect(still).toMatchObject({ address: 'refused', refused: { code: 'mail.refused' } });
    expect(still.lastSentAt).not.toBe('2027-03-12T00:55:00.000Z');
    await save({ name: 'official.kr', state: 'sent', offset: 41, dueAt: '2027-03-12T00:50:00Z' });
    expect(await answered<DeskPostView>(korea.get(`reminders/post?post=${own}`))).toMatchObject({
      address: 'good',
      refused: null,
      lastSentAt: '2027-03-12T00:50:00.000Z',
    });
    expect((await (await test.as('official.kr')).get(`reminders/post?post=${own}`)).statusCode).toBe(200);
    expect((await (await test.as('head.kr')).get(`reminders/post?post=${own}`)).statusCode).toBe(403);
    const [hidden, missing] = await Promise.all([theirs, newId()].map((id) => korea.get(`reminders/post?post=${id}`)));
    expect(hidden?.statusCode).toBe(404);
    expect(hidden?.json()).toMatchObject({ code: missing?.json<{ code: string }>().code });
    for (const name of ['company.kr', 'observer', 'admin'])
      expect((await (await test.as(name)).get(`reminders/post?post=${own}`)).statusCode).toBe(404);
    await test.admin(`update forum.post_holder set held_to = '2027-03-11' where post_id = $1`, [own]);
    expect(await answered<DeskPostView>(korea.get(`reminders/post?post=${own}`))).toMatchObject({
      address: 'vacant',
      holder: null,
    });
    await test.admin(`update forum.post_holder set held_to = null where post_id = $1`, [own]);
  });
});
